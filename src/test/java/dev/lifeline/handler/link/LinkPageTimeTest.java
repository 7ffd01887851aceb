package dev.lifeline.handler.link;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.ClientAddress;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.context.UserLocales;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.model.Page.HiddenInput;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page asks only for what can still come true within the life of its link, and says why where it cannot. */
class LinkPageTimeTest {

    private static final Duration TTL = StartLinkHandler.TOKEN_TTL;
    private static final UserApiKey KEY = new UserApiKey("asha", "a-key");
    private static final ClientAddress BROWSER = new ClientAddress("127.0.0.1");
    private static final String EXPIRED = "It worked for ten minutes only";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private final InMemoryCloudUsers cloudUsers = new InMemoryCloudUsers().with(onCallUser(ASHA_CLOUD_USER_ID));
    private ApiKeyVerifier verifier = key -> Optional.of(ASHA_CLOUD_USER_ID);
    private Store store;
    private LinkPageHandler pages;
    private String code;

    @BeforeEach
    void open() {
        store = Store.open("jdbc:sqlite:" + folder.resolve("links.db"), clock);
        SlackUsers slackUsers = id -> slackMember(id, "asha@example.com");
        TransitionRecorder recorder =
                new TransitionRecorder(store.requests(), store.notifier(), store.auditLog(), Locale.ENGLISH, clock);
        LinkConfirmation confirmation = new LinkConfirmation(
                store.linkTokens(),
                cloudUsers,
                new LinkRecorder(store.accountLinks(), recorder, store.pendingVotes(), clock),
                new LinkNotifications(store.accountLinks(), store.notifier(), new UserLocales(slackUsers)),
                store.transactionRunner());
        KeySubmission submission = new KeySubmission(
                store.linkTokens(),
                new KeyOwnerLookup(this::verify, cloudUsers),
                store.accountLinks(),
                recorder,
                store.transactionRunner());
        pages = new LinkPageHandler(
                new LinkPageAccess(store.linkTokens(), slackUsers, user -> "Ours", clock), submission, confirmation);
        code = store.linkTokens().issue(ASHA, clock.instant().plus(TTL));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Optional<CloudUserId> verify(UserApiKey key) {
        return verifier.verify(key);
    }

    private void leave(Duration left) {
        clock.advance(Duration.between(clock.instant(), NOON.plus(TTL).minus(left)));
    }

    private static String text(Page page) {
        return page.message().plainText();
    }

    @Test
    void a_form_is_shown_while_there_is_time_to_fill_it_in() {
        leave(Duration.ofSeconds(61));
        assertThat(pages.show(code, Locale.ENGLISH).form()).isPresent();
        leave(Duration.ofSeconds(60));
        assertThat(pages.show(code, Locale.ENGLISH).form()).isEmpty();
        assertThat(text(pages.show(code, Locale.ENGLISH))).contains(EXPIRED);
    }

    @Test
    void a_key_that_is_sent_at_the_last_moment_is_looked_up_all_the_same() {
        leave(Duration.ofSeconds(1));
        Page confirmation = pages.submitKey(code, KEY, BROWSER, Locale.ENGLISH);
        assertThat(text(pages.confirm(code, secret(confirmation), Locale.ENGLISH)))
                .contains("acts as the cloud user");
    }

    @Test
    void nobody_is_told_to_try_again_with_a_link_that_is_over_by_then() {
        leave(Duration.ofSeconds(30));
        verifier = key -> {
            throw new ProviderUnavailableException("away");
        };
        Page page = pages.submitKey(code, KEY, BROWSER, Locale.ENGLISH);
        assertThat(page.form()).isEmpty();
        assertThat(text(page)).contains("takes no further key").doesNotContain("Try again");
    }

    @Test
    void a_link_whose_time_is_over_while_the_provider_is_asked_is_not_called_used() {
        verifier = key -> {
            clock.advance(TTL);
            return Optional.of(ASHA_CLOUD_USER_ID);
        };
        assertThat(text(pages.submitKey(code, KEY, BROWSER, Locale.ENGLISH))).contains(EXPIRED);
    }

    @Test
    void a_key_that_somebody_else_showed_in_the_meantime_is_called_used() {
        verifier = key -> {
            verifier = other -> Optional.of(ASHA_CLOUD_USER_ID);
            pages.submitKey(code, KEY, BROWSER, Locale.ENGLISH);
            return Optional.of(ASHA_CLOUD_USER_ID);
        };
        assertThat(text(pages.submitKey(code, KEY, BROWSER, Locale.ENGLISH))).contains("It was used already");
    }

    @Test
    void a_cloud_user_who_is_not_active_any_more_at_the_confirmation_is_not_told_that_the_link_was_used() {
        Page confirmation = pages.submitKey(code, KEY, BROWSER, Locale.ENGLISH);
        cloudUsers.with(onCallUser(ASHA_CLOUD_USER_ID).withStatus(CloudUser.Status.DISABLED));
        assertThat(text(pages.confirm(code, secret(confirmation), Locale.ENGLISH)))
                .contains("is not active")
                .doesNotContain("used already");
    }

    private static String secret(Page page) {
        return page.form().orElseThrow().inputs().stream()
                .filter(HiddenInput.class::isInstance)
                .map(input -> ((HiddenInput) input).value())
                .findFirst()
                .orElseThrow();
    }
}
