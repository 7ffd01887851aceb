package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Outage;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessCheckTest {

    private final InMemoryCloudUsers account = new InMemoryCloudUsers();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private SlackUser slackUser = slackMember(ASHA, "asha@example.com");

    private final AccessCheck check = new AccessCheck(id -> slackUser, account, links, InstantSource.fixed(NOON));

    @Test
    void who_holds_everything_may_launch() {
        account.with(onCallUser(ASHA_CLOUD_USER_ID));

        assertThat(check.check(ASHA, DeviceOperation.LAUNCH_RESCUE, WEB_07_ID))
                .isInstanceOf(AccessDecision.Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"SERVER_RELOAD", "VIRTUAL_GUEST_VIEW"})
    void P4_one_missing_permission_refuses_a_launch(Permission missing) {
        EnumSet<Permission> rest = EnumSet.allOf(Permission.class);
        rest.removeAll(Set.of(missing, Permission.USER_MANAGE));
        account.with(cloudUser(rest, new DeviceAccess(true, true, Set.of())));

        assertThat(check.check(ASHA, DeviceOperation.LAUNCH_RESCUE, WEB_07_ID).firstDenialReason())
                .contains(new DenialReason.MissingPermission("asha", missing));
    }

    @Test
    void P4_without_device_access_the_device_does_not_exist() {
        account.with(cloudUser(
                Set.of(Permission.SERVER_RELOAD, Permission.VIRTUAL_GUEST_VIEW),
                new DeviceAccess(false, true, Set.of(DeviceId.hardware(7007)))));

        assertThat(check.check(ASHA, DeviceOperation.LAUNCH_RESCUE, WEB_07_ID).firstDenialReason())
                .get()
                .isInstanceOf(DenialReason.DeviceNotFound.class);
    }

    @Test
    void the_owner_has_an_empty_list_that_means_everything() {
        links.save(AccountLink.verified(slackUser, ASHA_CLOUD_USER_ID, NOON));
        account.with(new CloudUser(
                ASHA_CLOUD_USER_ID,
                "owner",
                slackUser.email(),
                CloudUser.Status.ACTIVE,
                true,
                Set.of(),
                new DeviceAccess(false, false, Set.of()),
                Optional.empty()));

        assertThat(check.check(ASHA, DeviceOperation.LAUNCH_RESCUE, WEB_07_ID))
                .isInstanceOf(AccessDecision.Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = CloudUser.Status.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACTIVE"})
    void P4_only_an_active_user_may_do_anything(CloudUser.Status status) {
        links.save(AccountLink.verified(slackUser, ASHA_CLOUD_USER_ID, NOON));
        account.with(InMemoryCloudUsers.with(onCallUser(ASHA_CLOUD_USER_ID), status));

        assertThat(check.check(ASHA, DeviceOperation.LAUNCH_RESCUE, WEB_07_ID).firstDenialReason())
                .get()
                .isInstanceOf(DenialReason.CloudUserNotActive.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = SlackUser.UserKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MEMBER"})
    void only_members_of_the_workspace_are_served(SlackUser.UserKind userKind) {
        account.with(onCallUser(ASHA_CLOUD_USER_ID));
        slackUser = new SlackUser(ASHA, "Asha", Optional.of("asha@example.com"), Locale.ENGLISH, userKind);

        assertThat(check.identify(ASHA).firstDenialReason()).contains(new DenialReason.NotWorkspaceMember(userKind));
    }

    @Test
    void P4_what_cannot_be_checked_is_denied() {
        account.unavailable();

        assertThat(check.identify(ASHA).firstDenialReason())
                .contains(new DenialReason.UpstreamUnavailable(Outage.TEMPORARY));
    }

    private static CloudUser cloudUser(Set<Permission> permissions, DeviceAccess access) {
        return new CloudUser(
                ASHA_CLOUD_USER_ID,
                "asha",
                Optional.of("asha@example.com"),
                CloudUser.Status.ACTIVE,
                false,
                permissions,
                access,
                Optional.empty());
    }
}
