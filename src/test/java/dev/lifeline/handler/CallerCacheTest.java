package dev.lifeline.handler;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What was read before an invalidation is not remembered after it. */
class CallerCacheTest {

    private static final SlackUser MEMBER = slackMember(ASHA, "asha@example.com");

    private final InMemoryCloudUsers account = new InMemoryCloudUsers().with(onCallUser(ASHA_CLOUD_USER_ID));
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final InterruptibleUsers users = new InterruptibleUsers(account);
    private final SlackUsers slackUsers = id -> MEMBER;
    private final AtomicLong nanos = new AtomicLong();
    private final CallerCache callers = new CallerCache(
            new AccessCheck(slackUsers, users, links, InstantSource.fixed(NOON)), slackUsers, links, nanos::get);

    CallerCacheTest() {
        links.save(AccountLink.verified(MEMBER, ASHA_CLOUD_USER_ID, NOON));
    }

    @Test
    void a_caller_is_read_once_for_what_only_shows_something() {
        callers.identifyCached(ASHA);
        callers.identifyCached(ASHA);
        assertThat(account.reads()).hasSize(1);
    }

    @Test
    void a_caller_who_was_read_before_their_permissions_changed_is_not_remembered() {
        users.afterNextRead(() -> {
            account.with(onCallUser(ASHA_CLOUD_USER_ID).withPermissions(Set.of(Permission.VIRTUAL_GUEST_VIEW)));
            callers.invalidate(ASHA);
        });
        callers.identifyCached(ASHA);

        assertThat(permissions(callers.identifyCached(ASHA))).containsExactly(Permission.VIRTUAL_GUEST_VIEW);
    }

    @Test
    void an_earlier_read_that_ends_late_does_not_replace_a_later_one() {
        users.afterNextRead(() -> {
            account.with(onCallUser(ASHA_CLOUD_USER_ID).withPermissions(Set.of(Permission.VIRTUAL_GUEST_VIEW)));
            callers.identify(ASHA);
        });
        callers.identify(ASHA);

        assertThat(permissions(callers.identifyCached(ASHA))).containsExactly(Permission.VIRTUAL_GUEST_VIEW);
    }

    @Test
    void a_caller_who_was_linked_anew_during_the_read_is_not_remembered_as_the_one_before() {
        CloudUserId other = new CloudUserId(77);
        account.with(onCallUser(other));
        users.afterNextRead(() -> links.save(AccountLink.verified(MEMBER, other, NOON)));
        callers.identify(ASHA);

        assertThat(cloudUser(callers.identifyCached(ASHA)).id()).isEqualTo(other);
    }

    @Test
    void a_denial_is_read_once_in_five_seconds_however_often_the_person_types() {
        account.with(onCallUser(ASHA_CLOUD_USER_ID).withStatus(CloudUser.Status.DISABLED));
        callers.identifyCached(ASHA);
        callers.identifyCached(ASHA);
        assertThat(account.reads()).hasSize(1);

        account.with(onCallUser(ASHA_CLOUD_USER_ID));
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(callers.identifyCached(ASHA)).isInstanceOf(AccessDecision.Allowed.class);
    }

    @Test
    void a_denial_is_forgotten_with_the_link_that_it_is_about() {
        account.with(onCallUser(ASHA_CLOUD_USER_ID).withStatus(CloudUser.Status.DISABLED));
        callers.identifyCached(ASHA);
        CloudUserId other = new CloudUserId(77);
        account.with(onCallUser(other));
        links.save(AccountLink.verified(MEMBER, other, NOON));

        assertThat(cloudUser(callers.identifyCached(ASHA)).id()).isEqualTo(other);
    }

    @Test
    void an_outage_is_kept_for_a_second() {
        users.afterNextRead(() -> {
            throw new ProviderUnavailableException("away");
        });
        callers.identifyCached(ASHA);
        assertThat(callers.identifyCached(ASHA)).isInstanceOf(AccessDecision.Denied.class);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(callers.identifyCached(ASHA)).isInstanceOf(AccessDecision.Allowed.class);
    }

    @Test
    void who_is_being_read_is_waited_for_and_not_read_once_more() {
        CompletableFuture<AccessDecision> second = new CompletableFuture<>();
        Thread typesAgain = new Thread(() -> second.complete(callers.identifyCached(ASHA)));
        users.afterNextRead(() -> {
            typesAgain.start();
            Awaitility.await().until(() -> typesAgain.getState() == Thread.State.WAITING);
        });
        callers.identifyCached(ASHA);

        assertThat(second.join()).isInstanceOf(AccessDecision.Allowed.class);
        assertThat(account.reads()).hasSize(1);
    }

    @Test
    void nobody_waits_for_ever_for_a_read_that_broke_off() {
        FutureTask<AccessDecision> second = new FutureTask<>(() -> callers.identifyCached(ASHA));
        Thread typesAgain = new Thread(second);
        users.afterNextRead(() -> {
            typesAgain.start();
            Awaitility.await().until(() -> typesAgain.getState() == Thread.State.WAITING);
            throw new IllegalStateException("on purpose");
        });

        assertThatThrownBy(() -> callers.identifyCached(ASHA)).hasMessage("on purpose");
        assertThatThrownBy(second::get).hasRootCauseMessage("on purpose");
        assertThat(callers.identifyCached(ASHA)).isInstanceOf(AccessDecision.Allowed.class);
    }

    private static Set<Permission> permissions(AccessDecision decision) {
        return cloudUser(decision).permissions();
    }

    private static CloudUser cloudUser(AccessDecision decision) {
        return decision.allowedUser().orElseThrow();
    }

    /** An account where something may happen between the provider's answer and its arrival. */
    private static final class InterruptibleUsers implements CloudUsers {

        private final CloudUsers users;
        private Runnable afterRead = () -> {};

        InterruptibleUsers(CloudUsers users) {
            this.users = users;
        }

        void afterNextRead(Runnable action) {
            afterRead = action;
        }

        @Override
        public List<CloudUser> findByEmail(String email) {
            return users.findByEmail(email);
        }

        @Override
        public Optional<CloudUser> findByUsername(String username) {
            return users.findByUsername(username);
        }

        @Override
        public Optional<CloudUser> findById(CloudUserId id) {
            Optional<CloudUser> found = users.findById(id);
            Runnable once = afterRead;
            afterRead = () -> {};
            once.run();
            return found;
        }
    }
}
