package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static dev.lifeline.testkit.InMemoryCloudUsers.asOwner;
import static dev.lifeline.testkit.InMemoryCloudUsers.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccountLink.LinkMethod;
import dev.lifeline.access.DenialReason.LinkOutdated;
import dev.lifeline.access.DenialReason.LinkOutdated.ChangedEmail;
import dev.lifeline.access.DenialReason.LinkRequired;
import dev.lifeline.access.DenialReason.LinkRequired.Reason;
import dev.lifeline.access.SlackUser.EmailAbsence;
import dev.lifeline.device.AccountName;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityResolverTest {

    private static final String EMAIL = "asha@example.com";

    private final InMemoryCloudUsers account = new InMemoryCloudUsers();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final IdentityResolver resolver = new IdentityResolver(account, links, InstantSource.fixed(NOON));
    private final SlackUser slackUser = slackMember(ASHA, EMAIL);
    private final CloudUser cloudUser = onCallUser(ASHA_CLOUD_USER_ID);
    private final CloudUser manager = with(cloudUser, Set.of(Permission.USER_MANAGE));

    @Test
    void the_one_active_user_with_the_address_is_them_and_is_remembered() {
        account.with(with(cloudUser, Optional.of("Asha@Example.com")));

        assertThat(resolver.resolve(slackUser, AccountName.MAIN).allowedUser().map(CloudUser::id))
                .contains(ASHA_CLOUD_USER_ID);
        assertThat(links.find(ASHA, AccountName.MAIN))
                .contains(AccountLink.byEmail(slackUser, ASHA_CLOUD_USER_ID, NOON));
    }

    @Test
    void users_that_are_not_active_do_not_make_an_address_a_shared_one() {
        account.with(cloudUser);
        account.with(with(onCallUser(BRUNO_CLOUD_USER_ID), CloudUser.Status.DISABLED));

        assertThat(resolver.resolve(slackUser, AccountName.MAIN).allowedUser()).contains(cloudUser);
    }

    @Test
    void a_shared_address_identifies_no_user() {
        account.with(cloudUser);
        account.with(onCallUser(BRUNO_CLOUD_USER_ID));

        assertDenied(slackUser, new DenialReason.AmbiguousCloudUser(EMAIL));
        assertThat(links.find(ASHA, AccountName.MAIN)).isEmpty();
    }

    @Test
    void an_unconfirmed_address_identifies_no_user() {
        account.with(cloudUser);

        assertDenied(slackUserWithEmail(Optional.empty()), new DenialReason.NoEmail(EmailAbsence.NOT_SHOWN));
    }

    @Test
    void without_the_scope_for_addresses_it_is_the_bot_that_lacks_something_and_not_the_user() {
        account.with(cloudUser);

        assertDenied(slackUserWithoutEmailScope(), new DenialReason.NoEmail(EmailAbsence.SCOPE_MISSING));
    }

    @Test
    void an_address_without_a_user_identifies_no_user() {
        account.with(cloudUser);

        assertDenied(slackMember(ASHA, "else@example.com"), new DenialReason.NoCloudUser("else@example.com"));
    }

    @Test
    void P4_the_owner_is_not_known_by_an_address() {
        account.with(asOwner(cloudUser));

        assertDenied(slackUser, new LinkRequired(Reason.PRIVILEGED_USER));
        assertThat(links.find(ASHA, AccountName.MAIN)).isEmpty();
    }

    @Test
    void P4_a_user_manager_is_not_known_by_an_address() {
        account.with(manager);

        assertDenied(slackUser, new LinkRequired(Reason.PRIVILEGED_USER));
    }

    @Test
    void P4_who_becomes_a_user_manager_later_has_to_show_it() {
        account.with(cloudUser);
        assertThat(resolver.resolve(slackUser, AccountName.MAIN).allowedUser()).isPresent();

        account.with(manager);

        assertDenied(slackUser, new LinkRequired(Reason.PRIVILEGED_USER));
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkMethod.class,
            names = {"API_KEY", "ASSIGNED"})
    void a_user_manager_with_a_link_of_their_own_is_known(LinkMethod linkMethod) {
        account.with(manager);
        links.save(linkWith(linkMethod, Optional.of(EMAIL)));

        assertThat(resolver.resolve(slackUser, AccountName.MAIN).allowedUser()).contains(manager);
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkMethod.class,
            names = {"EMAIL", "ASSIGNED"})
    void P4_only_an_api_key_links_to_the_owner(LinkMethod linkMethod) {
        account.with(asOwner(cloudUser));
        links.save(linkWith(linkMethod, Optional.of(EMAIL)));

        assertDenied(slackUser, new LinkRequired(Reason.PRIVILEGED_USER));
    }

    @Test
    void the_owner_is_who_showed_a_key() {
        account.with(asOwner(cloudUser));
        links.save(linkWith(LinkMethod.API_KEY, Optional.of(EMAIL)));

        assertThat(resolver.resolve(slackUser, AccountName.MAIN).allowedUser()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkMethod.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNLINKED"})
    void another_address_in_slack_than_at_linking_ends_the_trust(LinkMethod linkMethod) {
        account.with(cloudUser);
        links.save(linkWith(linkMethod, Optional.of(EMAIL)));

        assertDenied(slackMember(ASHA, "victim@example.com"), new LinkOutdated(ChangedEmail.SLACK_EMAIL));
        assertThat(resolver.resolve(slackUser, AccountName.MAIN).allowedUser()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkMethod.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNLINKED"})
    void an_address_that_is_not_told_is_no_changed_one_and_ends_the_trust_too(LinkMethod linkMethod) {
        account.with(cloudUser);
        links.save(linkWith(linkMethod, Optional.of(EMAIL)));

        assertDenied(slackUserWithEmail(Optional.empty()), new DenialReason.EmailNotComparable(EmailAbsence.NOT_SHOWN));
        assertDenied(slackUserWithoutEmailScope(), new DenialReason.EmailNotComparable(EmailAbsence.SCOPE_MISSING));
    }

    @Test
    void where_no_address_is_told_from_the_beginning_a_key_is_enough() {
        account.with(cloudUser);
        links.save(linkWith(LinkMethod.API_KEY, Optional.empty()));

        assertThat(resolver.resolve(slackUserWithoutEmailScope(), AccountName.MAIN)
                        .allowedUser())
                .isPresent();
    }

    @Test
    void a_key_that_was_shown_without_any_address_holds_only_without_one() {
        account.with(cloudUser);
        links.save(linkWith(LinkMethod.API_KEY, Optional.empty()));

        assertThat(resolver.resolve(slackUserWithEmail(Optional.empty()), AccountName.MAIN)
                        .allowedUser())
                .isPresent();
        assertDenied(slackUser, new LinkOutdated(ChangedEmail.FIRST_SLACK_EMAIL));
    }

    @Test
    void another_address_on_the_account_ends_what_rests_on_the_address_alone() {
        account.with(with(cloudUser, Optional.of("else@example.com")));
        links.save(linkWith(LinkMethod.EMAIL, Optional.of(EMAIL)));
        assertDenied(slackUser, new LinkOutdated(ChangedEmail.CLOUD_EMAIL));

        links.save(linkWith(LinkMethod.API_KEY, Optional.of(EMAIL)));
        assertThat(resolver.resolve(slackUser, AccountName.MAIN).allowedUser()).isPresent();
    }

    @Test
    void a_link_of_the_first_release_holds_while_the_addresses_are_the_same() {
        account.with(cloudUser);
        links.save(linkWith(LinkMethod.EMAIL, Optional.empty()));

        assertThat(resolver.resolve(slackUser, AccountName.MAIN).allowedUser()).isPresent();
        assertDenied(slackMember(ASHA, "victim@example.com"), new LinkOutdated(ChangedEmail.CLOUD_EMAIL));
    }

    @Test
    void a_link_that_was_cut_is_not_tied_again_by_an_address() {
        account.with(cloudUser);
        links.save(linkWith(LinkMethod.EMAIL, Optional.of(EMAIL)).unlinked(BRUNO, NOON));

        assertDenied(slackUser, new LinkRequired(Reason.UNLINKED));
        assertDenied(slackMember(ASHA, "victim@example.com"), new LinkRequired(Reason.UNLINKED));
    }

    @Test
    void a_link_to_a_removed_user_is_denied_as_such() {
        links.save(linkWith(LinkMethod.API_KEY, Optional.of(EMAIL)));

        assertDenied(slackUser, new DenialReason.CloudUserGone());
    }

    @Test
    void the_one_user_of_an_address_who_is_disabled_is_told_so() {
        account.with(with(cloudUser, CloudUser.Status.DISABLED));

        assertDenied(slackUser, new DenialReason.CloudUserNotActive(cloudUser.username(), CloudUser.Status.DISABLED));
        assertThat(links.find(ASHA, AccountName.MAIN)).isEmpty();
    }

    @Test
    void P9_a_name_identifies_no_user() {
        account.with(with(asOwner(cloudUser), Optional.of("owner@example.com")));
        SlackUser impostor = new SlackUser(
                BRUNO, cloudUser.username(), Optional.of("b@example.com"), Locale.ENGLISH, SlackUser.UserKind.MEMBER);

        assertDenied(impostor, new DenialReason.NoCloudUser("b@example.com"));
    }

    private void assertDenied(SlackUser slackUser, DenialReason denialReason) {
        assertThat(resolver.resolve(slackUser, AccountName.MAIN).firstDenialReason())
                .contains(denialReason);
    }

    private static SlackUser slackUserWithEmail(Optional<String> email) {
        return new SlackUser(ASHA, "Asha", email, Locale.ENGLISH, SlackUser.UserKind.MEMBER);
    }

    private static SlackUser slackUserWithoutEmailScope() {
        return new SlackUser(
                ASHA, "Asha", Optional.empty(), Locale.ENGLISH, SlackUser.UserKind.MEMBER, EmailAbsence.SCOPE_MISSING);
    }

    private static AccountLink linkWith(LinkMethod linkMethod, Optional<String> email) {
        return new AccountLink(ASHA, ASHA_CLOUD_USER_ID, email, new AccountLink.Origin(linkMethod, ASHA, NOON));
    }
}
