package dev.lifeline.contract;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessChange;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.access.PendingAccessChanges.ClaimResult;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract of the store of pending access changes. */
public abstract class PendingAccessChangesContract {

    private static final PendingAccessChangeId CHANGE_ID = new PendingAccessChangeId("ask00001.0");

    protected abstract PendingAccessChanges pendingChanges();

    @Test
    void a_pending_change_is_read_as_it_was_stored() {
        PendingAccessChange permission =
                pendingChange(CHANGE_ID, new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD));
        PendingAccessChange device = pendingChange(
                new PendingAccessChangeId("ask00001.1"), new Entitlement.DeviceEntitlement(WEB_07.id(), "web-07"));
        pendingChanges().add(permission);
        pendingChanges().add(device);

        assertThat(pendingChanges().find(permission.id())).contains(permission);
        assertThat(pendingChanges().find(device.id())).contains(device);
    }

    @Test
    void a_change_that_was_never_stored_is_not_found_and_cannot_be_claimed() {
        assertThat(pendingChanges().find(new PendingAccessChangeId("never"))).isEmpty();
        assertThat(pendingChanges().claim(new PendingAccessChangeId("never"), "press-1"))
                .isEqualTo(ClaimResult.ALREADY_CLAIMED);
    }

    @Test
    void a_pending_change_is_claimed_once() {
        pendingChanges().add(pendingChange(CHANGE_ID, new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD)));

        assertThat(pendingChanges().claim(CHANGE_ID, "press-1")).isEqualTo(ClaimResult.CLAIMED);
        assertThat(pendingChanges().claim(CHANGE_ID, "press-2")).isEqualTo(ClaimResult.ALREADY_CLAIMED);
        assertThat(pendingChanges().claim(CHANGE_ID, "press-1")).isEqualTo(ClaimResult.CLAIMED_BY_SAME_CLICK);
    }

    @Test
    void stored_again_it_stays_claimed() {
        pendingChanges().add(pendingChange(CHANGE_ID, new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD)));
        pendingChanges().claim(CHANGE_ID, "press-1");
        pendingChanges().add(pendingChange(CHANGE_ID, new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD)));

        assertThat(pendingChanges().claim(CHANGE_ID, "press-2")).isEqualTo(ClaimResult.ALREADY_CLAIMED);
    }

    @Test
    void P1_of_fifty_concurrent_clicks_one_claims_it() {
        pendingChanges().add(pendingChange(CHANGE_ID, new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD)));

        List<ClaimResult> claimResult = IntStream.range(0, 50)
                .parallel()
                .mapToObj(click -> pendingChanges().claim(CHANGE_ID, "press-" + click))
                .toList();

        assertThat(claimResult).filteredOn(ClaimResult.CLAIMED::equals).hasSize(1);
    }

    private static PendingAccessChange pendingChange(PendingAccessChangeId id, Entitlement entitlement) {
        AccessChange accessChange =
                new AccessChange(AccessChange.Direction.GRANT, new CloudUserId(1002), "dario", entitlement);
        return new PendingAccessChange(
                id, ASHA_REQUESTER.slackUserId(), new SlackUserId("U0DARIO"), accessChange, NOON);
    }
}
