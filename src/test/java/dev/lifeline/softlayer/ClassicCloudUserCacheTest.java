package dev.lifeline.softlayer;

import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.Permission;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassicCloudUserCacheTest {

    private static final CloudUser BEFORE = onCallUser(ASHA_CLOUD_USER_ID);
    private static final CloudUser AFTER = BEFORE.withPermissions(Set.of(Permission.VIRTUAL_GUEST_VIEW));

    private final InMemoryCloudUsers account = new InMemoryCloudUsers().with(BEFORE);
    private final ClassicCloudUserCache cache = new ClassicCloudUserCache(new SlowUsers(), Ticker.systemTicker());
    private Runnable duringRead = () -> {};

    @Test
    void a_user_is_read_once() {
        cache.find(ASHA_CLOUD_USER_ID);
        assertThat(cache.find(ASHA_CLOUD_USER_ID)).contains(BEFORE);
        assertThat(account.reads()).hasSize(1);
    }

    @Test
    void a_user_who_is_not_found_is_read_again() {
        assertThat(cache.find(new CloudUserId(7))).isEmpty();
        account.with(onCallUser(new CloudUserId(7)));
        assertThat(cache.find(new CloudUserId(7))).isPresent();
    }

    @Test
    void a_user_who_was_read_before_the_invalidation_is_not_remembered() {
        duringRead = () -> {
            account.with(AFTER);
            cache.invalidate(ASHA_CLOUD_USER_ID);
        };
        cache.find(ASHA_CLOUD_USER_ID);

        assertThat(cache.find(ASHA_CLOUD_USER_ID)).contains(AFTER);
    }

    @Test
    void an_earlier_read_that_ends_late_does_not_replace_a_later_one() {
        duringRead = () -> {
            account.with(AFTER);
            cache.find(ASHA_CLOUD_USER_ID);
        };
        cache.find(ASHA_CLOUD_USER_ID);

        assertThat(cache.find(ASHA_CLOUD_USER_ID)).contains(AFTER);
    }

    /** Something may happen between the provider's answer and its arrival. */
    private final class SlowUsers implements CloudUsers {

        @Override
        public List<CloudUser> findByEmail(String email) {
            return account.findByEmail(email);
        }

        @Override
        public Optional<CloudUser> findByUsername(String username) {
            return account.findByUsername(username);
        }

        @Override
        public Optional<CloudUser> findById(CloudUserId id) {
            Optional<CloudUser> found = account.findById(id);
            Runnable once = duringRead;
            duringRead = () -> {};
            once.run();
            return found;
        }
    }
}
