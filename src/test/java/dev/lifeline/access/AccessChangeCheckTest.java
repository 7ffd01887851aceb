package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.DB_01;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.Entitlement.DeviceEntitlement;
import dev.lifeline.access.Entitlement.PermissionEntitlement;
import dev.lifeline.device.Outage;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may change whose access: chiara manages asha, who is below her, and nobody else. */
class AccessChangeCheckTest {

    private static final CloudUserId ELENA = new CloudUserId(1);
    private static final CloudUserId CHIARA = new CloudUserId(2);
    private static final CloudUserId ASHA = new CloudUserId(3);
    private static final CloudUserId BRUNO = new CloudUserId(4);
    private static final Entitlement RELOAD = new PermissionEntitlement(Permission.SERVER_RELOAD);
    private static final Entitlement WEB_07 = new DeviceEntitlement(WEB_07_ID, "web-07");

    private final CloudUser elena = InMemoryCloudUsers.asOwner(onCallUser(ELENA));
    private final CloudUser chiara = manager(Permission.values()).withParent(ELENA);
    private final CloudUser asha = withAccess(onCallUser(ASHA).withParent(CHIARA), DeviceAccessOf.NONE.access);
    private final InMemoryCloudUsers account = new InMemoryCloudUsers()
            .with(elena)
            .with(chiara)
            .with(asha)
            .with(onCallUser(BRUNO).withParent(ELENA));

    private enum DeviceAccessOf {
        NONE(new DeviceAccess(false, false, Set.of())),
        WEB_07_ONLY(new DeviceAccess(false, false, Set.of(WEB_07_ID))),
        ALL_GUESTS(new DeviceAccess(true, false, Set.of()));

        private final DeviceAccess access;

        DeviceAccessOf(DeviceAccess access) {
            this.access = access;
        }
    }

    private static CloudUser manager(Permission... permissions) {
        return onCallUser(CHIARA).withPermissions(EnumSet.copyOf(List.of(permissions)));
    }

    private static CloudUser withAccess(CloudUser user, DeviceAccess access) {
        return new CloudUser(
                user.id(),
                user.username(),
                user.email(),
                user.status(),
                user.masterLike(),
                user.permissions(),
                access,
                user.parentId());
    }

    private List<DenialReason> denials(CloudUser by, AccessChange accessChange) {
        return check().denialReasons(by, accessChange);
    }

    private AccessChangeCheck check() {
        return new AccessChangeCheck(account, new CloudUserCache() {
            @Override
            public Optional<CloudUser> find(CloudUserId id) {
                return account.findById(id);
            }

            @Override
            public void invalidate(CloudUserId id) {}
        });
    }

    private static AccessChange grant(CloudUser whom, Entitlement entitlement) {
        return new AccessChange(Direction.GRANT, whom.id(), whom.username(), entitlement);
    }

    private static AccessChange revoke(CloudUser whom, Entitlement entitlement) {
        return new AccessChange(Direction.REVOKE, whom.id(), whom.username(), entitlement);
    }

    @Test
    void a_manager_grants_and_revokes_what_they_hold_to_whom_is_below_them() {
        assertThat(denials(chiara, grant(asha, RELOAD))).isEmpty();
        assertThat(denials(chiara, revoke(asha, WEB_07))).isEmpty();
        assertThat(denials(elena, grant(asha, RELOAD))).isEmpty();
    }

    @Test
    void P4_a_manager_passes_on_nothing_that_they_lack() {
        CloudUser mayOnlyManage = manager(Permission.USER_MANAGE).withParent(ELENA);

        assertThat(denials(mayOnlyManage, grant(asha, RELOAD)))
                .containsExactly(new DenialReason.CannotDelegate(Permission.SERVER_RELOAD));
        assertThat(denials(mayOnlyManage, revoke(asha, RELOAD)))
                .containsExactly(new DenialReason.CannotDelegate(Permission.SERVER_RELOAD));
        assertThat(denials(mayOnlyManage, grant(asha, WEB_07)))
                .containsExactly(new DenialReason.MissingPermission(chiara.username(), Permission.VIRTUAL_GUEST_VIEW));
        assertThat(denials(withAccess(chiara, DeviceAccessOf.NONE.access), grant(asha, WEB_07)))
                .containsExactly(new DenialReason.DeviceNotFound(""));
    }

    @Test
    void P4_who_may_not_manage_users_is_told_so_first() {
        CloudUser without = manager(Permission.SERVER_RELOAD).withParent(ELENA);
        CloudUser disabled = chiara.withStatus(CloudUser.Status.DISABLED);

        assertThat(denials(without, grant(asha, RELOAD)))
                .containsExactly(new DenialReason.MissingPermission(chiara.username(), Permission.USER_MANAGE));
        assertThat(denials(disabled, grant(asha, RELOAD)))
                .containsExactly(new DenialReason.CloudUserNotActive(chiara.username(), CloudUser.Status.DISABLED));
    }

    @Test
    void P4_nobody_changes_their_own_access_nor_the_owners_nor_that_of_one_beside_them() {
        assertThat(denials(chiara, grant(chiara, RELOAD)))
                .containsExactly(
                        new DenialReason.SelfChange(), new DenialReason.TargetNotDescendant(chiara.username()));
        assertThat(denials(chiara, grant(elena, RELOAD)))
                .containsExactly(
                        new DenialReason.TargetIsMasterUser(elena.username()),
                        new DenialReason.TargetNotDescendant(elena.username()));
        CloudUser bruno = account.findById(BRUNO).orElseThrow();
        assertThat(denials(chiara, grant(bruno, RELOAD)))
                .containsExactly(new DenialReason.TargetNotDescendant(bruno.username()));
    }

    @Test
    void P4_one_with_the_owners_rights_does_not_change_the_access_of_one_above() {
        CloudUser deputy = new CloudUser(
                BRUNO,
                "deputy",
                Optional.empty(),
                CloudUser.Status.ACTIVE,
                true,
                Set.of(),
                DeviceAccessOf.NONE.access,
                Optional.of(CHIARA));

        assertThat(denials(deputy, grant(asha, RELOAD))).isEmpty();
        assertThat(denials(deputy, grant(chiara, RELOAD)))
                .containsExactly(new DenialReason.TargetNotDescendant(chiara.username()));
    }

    @Test
    void P4_a_permission_that_makes_powerful_is_granted_at_the_portal_only() {
        assertThat(denials(chiara, grant(asha, new PermissionEntitlement(Permission.USER_MANAGE))))
                .containsExactly(new DenialReason.PortalOnlyPermission(Permission.USER_MANAGE));
    }

    @Test
    void one_device_cannot_be_taken_from_whom_has_all_of_its_type() {
        CloudUser all = withAccess(asha, DeviceAccessOf.ALL_GUESTS.access);
        account.with(all);

        assertThat(denials(chiara, revoke(all, WEB_07)))
                .containsExactly(new DenialReason.HasAllDevices(all.username()));
        assertThat(denials(chiara, grant(all, WEB_07))).isEmpty();
        assertThat(denials(chiara, revoke(all, new DeviceEntitlement(DB_01.id(), "db-01"))))
                .isEmpty();
    }

    @Test
    void who_is_gone_meanwhile_is_said_to_be_gone() {
        CloudUser gone = onCallUser(new CloudUserId(99));

        assertThat(denials(chiara, grant(gone, RELOAD)))
                .containsExactly(new DenialReason.TargetUserGone(gone.username()));
    }

    @Test
    void P4_what_the_provider_does_not_tell_is_denied() {
        account.unavailable();

        assertThat(denials(chiara, grant(asha, RELOAD)))
                .containsExactly(new DenialReason.UpstreamUnavailable(Outage.TEMPORARY));
        assertThatThrownBy(() -> check().expectedDenialReasons(chiara, asha, grant(asha, RELOAD)))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void what_is_shown_beforehand_is_what_the_click_will_be_told() {
        CloudUser bruno = account.findById(BRUNO).orElseThrow();

        assertThat(check().expectedDenialReasons(chiara, bruno, grant(bruno, RELOAD)))
                .isEqualTo(denials(chiara, grant(bruno, RELOAD)))
                .isNotEmpty();
        assertThat(check().expectedDenialReasons(chiara, asha, grant(asha, RELOAD)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DeviceAccessOf.class)
    void a_toggle_is_done_once_the_access_is_the_other_way_round(DeviceAccessOf before) {
        CloudUser user = withAccess(asha, before.access);
        boolean held = before != DeviceAccessOf.NONE;
        AccessChange toggle = AccessChange.toggle(user, WEB_07);

        assertThat(toggle.direction()).isEqualTo(held ? Direction.REVOKE : Direction.GRANT);
        assertThat(toggle.isApplied(user)).isFalse();
        assertThat(toggle.isApplied(withAccess(user, (held ? DeviceAccessOf.NONE : DeviceAccessOf.WEB_07_ONLY).access)))
                .isTrue();
    }

    @Test
    void a_permission_is_granted_to_whom_lacks_it_and_taken_from_whom_has_it() {
        CloudUser without = asha.withPermissions(Set.of());

        assertThat(AccessChange.toggle(without, RELOAD)).isEqualTo(grant(without, RELOAD));
        assertThat(AccessChange.toggle(asha, RELOAD)).isEqualTo(revoke(asha, RELOAD));
    }
}
