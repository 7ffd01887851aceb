package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_IN_THE_CLOUD;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.member;
import static dev.lifeline.testkit.Fixtures.onCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.ProviderUnreachable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessCheckTest {

    private final Account account = new Account();
    private final Memory links = new Memory();
    private Person person = member(ASHA, "asha@example.com");

    private final AccessCheck check = new AccessCheck(id -> person, account, links);

    @Test
    void who_holds_everything_may_launch() {
        account.users.add(onCall(ASHA_IN_THE_CLOUD));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void the_link_is_remembered_by_id() {
        account.users.add(onCall(ASHA_IN_THE_CLOUD));
        check.identify(ASHA);
        person = member(ASHA, "another@example.com");

        assertThat(check.identify(ASHA).allowed().map(CloudUser::id)).contains(ASHA_IN_THE_CLOUD);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"SERVER_RELOAD", "VIRTUAL_GUEST_VIEW"})
    void P4_one_missing_permission_refuses_a_launch(Permission missing) {
        EnumSet<Permission> rest = EnumSet.allOf(Permission.class);
        rest.remove(missing);
        account.users.add(user(rest, new DeviceAccess(true, true, Set.of())));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID).refusal()).contains(new Objection.Lacks("asha", missing));
    }

    @Test
    void P4_without_device_access_the_device_does_not_exist() {
        account.users.add(
                user(EnumSet.allOf(Permission.class), new DeviceAccess(false, true, Set.of(DeviceId.hardware(7007)))));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID).refusal()).get().isInstanceOf(Objection.NoSuchDevice.class);
    }

    @Test
    void the_owner_has_an_empty_list_that_means_everything() {
        account.users.add(new CloudUser(
                ASHA_IN_THE_CLOUD,
                "owner",
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
        links.link(ASHA, ASHA_IN_THE_CLOUD);
        CloudUser user = onCall(ASHA_IN_THE_CLOUD);
        account.users.add(new CloudUser(
                user.id(), user.username(), status, false, user.permissions(), user.access(), Optional.empty()));

        assertThat(check.may(ASHA, Deed.LAUNCH, WEB_07_ID).refusal()).get().isInstanceOf(Objection.NotActive.class);
    }

    @Test
    void two_active_users_with_one_address_are_nobody() {
        account.users.add(onCall(ASHA_IN_THE_CLOUD));
        account.users.add(onCall(new CloudUserId(999)));

        assertThat(check.identify(ASHA).refusal()).contains(new Objection.SeveralCloudUsers("asha@example.com"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Person.Guise.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MEMBER"})
    void only_members_of_the_workspace_are_served(Person.Guise guise) {
        account.users.add(onCall(ASHA_IN_THE_CLOUD));
        person = new Person(ASHA, "Asha", Optional.of("asha@example.com"), Locale.ENGLISH, guise);

        assertThat(check.identify(ASHA).refusal()).contains(new Objection.NotServed(guise));
    }

    @Test
    void P4_who_cannot_be_asked_is_not_waved_through() {
        account.away = true;

        assertThat(check.identify(ASHA).refusal()).contains(new Objection.CannotTell());
    }

    private static CloudUser user(Set<Permission> permissions, DeviceAccess access) {
        return new CloudUser(
                ASHA_IN_THE_CLOUD, "asha", CloudUser.Status.ACTIVE, false, permissions, access, Optional.empty());
    }

    private static final class Account implements CloudUsers {
        final List<CloudUser> users = new ArrayList<>();
        boolean away;

        @Override
        public List<CloudUser> withEmail(String email) {
            if (away) throw new ProviderUnreachable("away");
            return users;
        }

        @Override
        public Optional<CloudUser> read(CloudUserId id) {
            return users.stream().filter(user -> user.id().equals(id)).findFirst();
        }
    }

    private static final class Memory implements Links {
        final Map<SlackUserId, CloudUserId> links = new HashMap<>();

        @Override
        public Optional<CloudUserId> of(SlackUserId person) {
            return Optional.ofNullable(links.get(person));
        }

        @Override
        public List<SlackUserId> of(CloudUserId user) {
            return links.entrySet().stream()
                    .filter(link -> link.getValue().equals(user))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public void link(SlackUserId person, CloudUserId user) {
            links.put(person, user);
        }
    }
}
