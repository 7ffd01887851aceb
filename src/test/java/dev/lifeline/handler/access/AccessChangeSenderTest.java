package dev.lifeline.handler.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.Permission;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AccessChangeSenderTest {

    private static final AccessAdmin ACCESS_ADMIN = change -> maySend ->
            maySend.getAsBoolean() ? new AccessChangeResult.Accepted() : new AccessChangeResult.NotSent("too late");
    private static final AccessChange GRANT = new AccessChange(
            AccessChange.Direction.GRANT,
            new CloudUserId(7),
            "dario",
            new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD));

    private final AtomicLong nanos = new AtomicLong();
    private final AccessChangeSender sender =
            new AccessChangeSender(new InMemoryCloudUsers(), ACCESS_ADMIN, (target, user) -> {}, nanos::get);

    @Test
    void a_change_that_is_sent_at_once_is_sent() {
        assertThat(sender.prepare(GRANT).get()).isInstanceOf(AccessChangeResult.Accepted.class);
    }

    @Test
    void P4_a_change_is_not_sent_by_a_process_that_stood_still_after_the_rights_were_checked() {
        Supplier<AccessChangeResult> prepared = sender.prepare(GRANT);
        nanos.addAndGet(AccessChangeSender.SEND_WINDOW.toNanos());

        assertThat(prepared.get()).isInstanceOf(AccessChangeResult.NotSent.class);
    }
}
