package dev.lifeline.access;

import static dev.lifeline.testkit.AccountInMemory.owner;
import static dev.lifeline.testkit.AccountInMemory.with;
import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_IN_THE_CLOUD;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_IN_THE_CLOUD;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.member;
import static dev.lifeline.testkit.Fixtures.onCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.Link.Basis;
import dev.lifeline.access.Objection.LinkOutdated;
import dev.lifeline.access.Objection.LinkOutdated.Changed;
import dev.lifeline.access.Objection.NeedsLink;
import dev.lifeline.access.Objection.NeedsLink.Because;
import dev.lifeline.testkit.AccountInMemory;
import dev.lifeline.testkit.LinksInMemory;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityTest {

    private static final String EMAIL = "asha@example.com";

    private final AccountInMemory account = new AccountInMemory();
    private final LinksInMemory links = new LinksInMemory();
    private final Identity identity = new Identity(account, links, InstantSource.fixed(NOON));
    private final Person asha = member(ASHA, EMAIL);
    private final CloudUser user = onCall(ASHA_IN_THE_CLOUD);
    private final CloudUser manager = with(user, Set.of(Permission.USER_MANAGE));

    @Test
    void the_one_active_user_with_the_address_is_them_and_is_remembered() {
        account.with(with(user, Optional.of("Asha@Example.com")));

        assertThat(identity.of(asha).allowed().map(CloudUser::id)).contains(ASHA_IN_THE_CLOUD);
        assertThat(links.of(ASHA)).contains(Link.byEmail(asha, ASHA_IN_THE_CLOUD, NOON));
    }

    @Test
    void users_that_are_not_active_do_not_make_an_address_a_shared_one() {
        account.with(user);
        account.with(with(onCall(BRUNO_IN_THE_CLOUD), CloudUser.Status.DISABLED));

        assertThat(identity.of(asha).allowed()).contains(user);
    }

    @Test
    void a_shared_address_is_nobodys() {
        account.with(user);
        account.with(onCall(BRUNO_IN_THE_CLOUD));

        assertRefused(asha, new Objection.SeveralCloudUsers(EMAIL));
        assertThat(links.of(ASHA)).isEmpty();
    }

    @Test
    void without_an_address_that_slack_vouches_for_nobody_is_known_by_it() {
        account.with(user);

        assertRefused(withEmail(Optional.empty()), new Objection.NoEmail());
    }

    @Test
    void an_address_that_no_user_has_is_nobodys() {
        account.with(user);

        assertRefused(member(ASHA, "else@example.com"), new Objection.NoCloudUser("else@example.com"));
    }

    @Test
    void P4_the_owner_is_not_known_by_an_address() {
        account.with(owner(user));

        assertRefused(asha, new NeedsLink(Because.POWERFUL));
        assertThat(links.of(ASHA)).isEmpty();
    }

    @Test
    void P4_a_user_manager_is_not_known_by_an_address() {
        account.with(manager);

        assertRefused(asha, new NeedsLink(Because.POWERFUL));
    }

    @Test
    void P4_who_becomes_a_user_manager_later_has_to_show_it() {
        account.with(user);
        assertThat(identity.of(asha).allowed()).isPresent();

        account.with(manager);

        assertRefused(asha, new NeedsLink(Because.POWERFUL));
    }

    @ParameterizedTest
    @EnumSource(
            value = Basis.class,
            names = {"PROVED", "BOUND"})
    void a_user_manager_with_a_link_of_their_own_is_known(Basis basis) {
        account.with(manager);
        links.keep(link(basis, Optional.of(EMAIL)));

        assertThat(identity.of(asha).allowed()).contains(manager);
    }

    @ParameterizedTest
    @EnumSource(
            value = Basis.class,
            names = {"BY_EMAIL", "BOUND"})
    void P4_nobody_is_the_owner_because_somebody_says_so(Basis basis) {
        account.with(owner(user));
        links.keep(link(basis, Optional.of(EMAIL)));

        assertRefused(asha, new NeedsLink(Because.POWERFUL));
    }

    @Test
    void the_owner_is_who_showed_a_key() {
        account.with(owner(user));
        links.keep(link(Basis.PROVED, Optional.of(EMAIL)));

        assertThat(identity.of(asha).allowed()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Basis.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CUT"})
    void another_address_in_slack_than_at_linking_ends_the_trust(Basis basis) {
        account.with(user);
        links.keep(link(basis, Optional.of(EMAIL)));

        assertRefused(member(ASHA, "victim@example.com"), new LinkOutdated(Changed.SLACK_EMAIL));
        assertRefused(withEmail(Optional.empty()), new LinkOutdated(Changed.SLACK_EMAIL));
        assertThat(identity.of(asha).allowed()).isPresent();
    }

    @Test
    void a_key_that_was_shown_without_any_address_holds_only_without_one() {
        account.with(user);
        links.keep(link(Basis.PROVED, Optional.empty()));

        assertThat(identity.of(withEmail(Optional.empty())).allowed()).isPresent();
        assertRefused(asha, new LinkOutdated(Changed.SLACK_EMAIL));
    }

    @Test
    void another_address_on_the_account_ends_what_rests_on_the_address_alone() {
        account.with(with(user, Optional.of("else@example.com")));
        links.keep(link(Basis.BY_EMAIL, Optional.of(EMAIL)));
        assertRefused(asha, new LinkOutdated(Changed.CLOUD_EMAIL));

        links.keep(link(Basis.PROVED, Optional.of(EMAIL)));
        assertThat(identity.of(asha).allowed()).isPresent();
    }

    @Test
    void a_link_of_the_first_release_holds_while_the_addresses_are_the_same() {
        account.with(user);
        links.keep(link(Basis.BY_EMAIL, Optional.empty()));

        assertThat(identity.of(asha).allowed()).isPresent();
        assertRefused(member(ASHA, "victim@example.com"), new LinkOutdated(Changed.CLOUD_EMAIL));
    }

    @Test
    void a_link_that_was_cut_is_not_tied_again_by_an_address() {
        account.with(user);
        links.keep(link(Basis.BY_EMAIL, Optional.of(EMAIL)).cut(BRUNO, NOON));

        assertRefused(asha, new NeedsLink(Because.CUT));
        assertRefused(member(ASHA, "victim@example.com"), new NeedsLink(Because.CUT));
    }

    @Test
    void a_link_to_nobody_is_said_to_be_one() {
        links.keep(link(Basis.PROVED, Optional.of(EMAIL)));

        assertRefused(asha, new Objection.CloudUserGone());
    }

    @Test
    void P9_a_name_identifies_nobody() {
        account.with(with(owner(user), Optional.of("owner@example.com")));
        Person impostor =
                new Person(BRUNO, user.username(), Optional.of("b@example.com"), Locale.ENGLISH, Person.Guise.MEMBER);

        assertRefused(impostor, new Objection.NoCloudUser("b@example.com"));
    }

    private void assertRefused(Person person, Objection objection) {
        assertThat(identity.of(person).refusal()).contains(objection);
    }

    private static Person withEmail(Optional<String> email) {
        return new Person(ASHA, "Asha", email, Locale.ENGLISH, Person.Guise.MEMBER);
    }

    private static Link link(Basis basis, Optional<String> email) {
        return new Link(ASHA, ASHA_IN_THE_CLOUD, email, new Link.Made(basis, ASHA, NOON));
    }
}
