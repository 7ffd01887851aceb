package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_IN_THE_CLOUD;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.member;
import static dev.lifeline.testkit.Fixtures.onCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceId;
import dev.lifeline.testkit.AccountInMemory;
import dev.lifeline.testkit.LinksInMemory;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessCheckTest {

    private final AccountInMemory account = new AccountInMemory();
    private final LinksInMemory links = new LinksInMemory();
    private Person person = member(ASHA, "asha@example.com");

    private final AccessCheck check = new AccessCheck(id -> person, account, links, InstantSource.fixed(NOON));

    @Test
    void who_holds_everything_may_launch() {
        account.with(onCall(ASHA_IN_THE_CLOUD));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID)).isInstanceOf(Verdict.Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"SERVER_RELOAD", "VIRTUAL_GUEST_VIEW"})
    void P4_one_missing_permission_refuses_a_launch(Permission missing) {
        EnumSet<Permission> rest = EnumSet.allOf(Permission.class);
        rest.removeAll(Set.of(missing, Permission.USER_MANAGE));
        account.with(user(rest, new DeviceAccess(true, true, Set.of())));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID).refusal()).contains(new Objection.Lacks("asha", missing));
    }

    @Test
    void P4_without_device_access_the_device_does_not_exist() {
        account.with(user(
                Set.of(Permission.SERVER_RELOAD, Permission.VIRTUAL_GUEST_VIEW),
                new DeviceAccess(false, true, Set.of(DeviceId.hardware(7007)))));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID).refusal()).get().isInstanceOf(Objection.NoSuchDevice.class);
    }

    @Test
    void the_owner_has_an_empty_list_that_means_everything() {
        links.keep(Link.proved(person, ASHA_IN_THE_CLOUD, NOON));
        account.with(new CloudUser(
                ASHA_IN_THE_CLOUD,
                "owner",
                person.email(),
                CloudUser.Status.ACTIVE,
                true,
                Set.of(),
                new DeviceAccess(false, false, Set.of()),
                Optional.empty()));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID)).isInstanceOf(Verdict.Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = CloudUser.Status.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACTIVE"})
    void P4_only_an_active_user_may_do_anything(CloudUser.Status status) {
        links.keep(Link.proved(person, ASHA_IN_THE_CLOUD, NOON));
        account.with(AccountInMemory.with(onCall(ASHA_IN_THE_CLOUD), status));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID).refusal()).get().isInstanceOf(Objection.NotActive.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Person.Guise.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MEMBER"})
    void only_members_of_the_workspace_are_served(Person.Guise guise) {
        account.with(onCall(ASHA_IN_THE_CLOUD));
        person = new Person(ASHA, "Asha", Optional.of("asha@example.com"), Locale.ENGLISH, guise);

        assertThat(check.identify(ASHA).refusal()).contains(new Objection.NotServed(guise));
    }

    @Test
    void P4_who_cannot_be_asked_is_not_waved_through() {
        account.away();

        assertThat(check.identify(ASHA).refusal()).contains(new Objection.CannotTell());
    }

    private static CloudUser user(Set<Permission> permissions, DeviceAccess access) {
        return new CloudUser(
                ASHA_IN_THE_CLOUD,
                "asha",
                Optional.of("asha@example.com"),
                CloudUser.Status.ACTIVE,
                false,
                permissions,
                access,
                Optional.empty());
    }
}
