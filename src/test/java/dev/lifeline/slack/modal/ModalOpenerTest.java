package dev.lifeline.slack.modal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.slack.SocketModeTestBase;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.testkit.SettableClock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Opening a form immediately, in the user's language when it is known. */
class ModalOpenerTest {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final WebApi api = new WebApi(slack.account(), new ObjectMapper(), new LocalRateLimiter(clock), clock);

    @AfterEach
    void close() {
        api.close();
        slack.close();
    }

    @Test
    void trap_13_a_form_is_opened_before_anybody_is_looked_up_and_updated_in_their_language() {
        CountDownLatch lookedUp = new CountDownLatch(1);
        slack.respondByDefault("views.update", "{\"ok\":true,\"view\":{\"id\":\"V1\"}}");
        try (ModalOpener modalOpener = new ModalOpener(api, usersWithLocale(Locale.ITALIAN, lookedUp))) {
            modalOpener.open("t1", BRUNO, ModalOpenerTest::formView);
            assertThat(slack.onlyCallForm("views.open"))
                    .containsEntry("trigger_id", "t1")
                    .containsEntry("view", "{\"in\":\"en\"}");
            assertThat(slack.calls("views.update")).isEmpty();

            lookedUp.countDown();
            await().until(() -> slack.calls("views.update").size() == 1);
        }
        assertThat(slack.onlyCallForm("views.update"))
                .containsEntry("view_id", "V1")
                .containsEntry("hash", "1.h")
                .containsEntry("view", "{\"in\":\"it\"}");
    }

    @Test
    void a_form_in_the_right_language_stays_as_it_is() {
        CountDownLatch lookedUp = new CountDownLatch(0);
        try (ModalOpener modalOpener = new ModalOpener(api, usersWithLocale(Locale.ENGLISH, lookedUp))) {
            modalOpener.open("t1", BRUNO, ModalOpenerTest::formView);
        }
        assertThat(slack.calls("views.update")).isEmpty();
    }

    @Test
    void for_somebody_whose_language_is_remembered_it_opens_in_it() {
        SlackUsers remembering = new SlackUsers() {
            @Override
            public SlackUser get(SlackUserId id) {
                throw new SlackUsers.SlackUserUnavailableException("Slack is silent");
            }

            @Override
            public Optional<Locale> rememberedLocale(SlackUserId id) {
                return Optional.of(Locale.ITALIAN);
            }
        };
        try (ModalOpener modalOpener = new ModalOpener(api, remembering)) {
            modalOpener.open("t1", BRUNO, ModalOpenerTest::formView);
        }
        assertThat(slack.onlyCallForm("views.open")).containsEntry("view", "{\"in\":\"it\"}");
    }

    @Test
    void for_somebody_whom_slack_does_not_tell_about_it_stays_in_english() {
        SlackUsers failingLookup = id -> {
            throw new SlackUsers.SlackUserUnavailableException("Slack is silent");
        };
        try (ModalOpener modalOpener = new ModalOpener(api, failingLookup)) {
            modalOpener.open("t1", BRUNO, ModalOpenerTest::formView);
        }
        assertThat(slack.calls("views.open")).hasSize(1);
    }

    private static ObjectNode formView(Locale locale) {
        return JsonNodeFactory.instance.objectNode().put("in", locale.getLanguage());
    }

    private static SlackUsers usersWithLocale(Locale locale, CountDownLatch lookedUp) {
        return id -> {
            SocketModeTestBase.awaitLatch(lookedUp);
            return new SlackUser(id, "Bruno", Optional.empty(), locale, SlackUser.UserKind.MEMBER);
        };
    }
}
