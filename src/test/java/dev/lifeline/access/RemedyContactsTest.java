package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom a refusal names: people above who can really help, and nobody where a name would disclose something. */
class RemedyContactsTest {

    private static final CloudUserId ELENA = new CloudUserId(1);
    private static final CloudUserId CHIARA = new CloudUserId(2);
    private static final CloudUserId ASHA = new CloudUserId(3);
    private static final SlackUserId ELENA_IN_SLACK = new SlackUserId("U0ELENA");
    private static final SlackUserId CHIARA_IN_SLACK = new SlackUserId("U0CHIARA");
    private static final DenialReason LACKS_RELOAD =
            new DenialReason.MissingPermission("asha", Permission.SERVER_RELOAD);
    private static final DenialReason NOT_ACTIVE =
            new DenialReason.CloudUserNotActive("asha", CloudUser.Status.DISABLED);

    private final CloudUser asha = onCallUser(ASHA).withParent(CHIARA);
    private final InMemoryCloudUsers account = new InMemoryCloudUsers()
            .with(InMemoryCloudUsers.asOwner(onCallUser(ELENA)))
            .with(chiara(Permission.USER_MANAGE, Permission.SERVER_RELOAD))
            .with(asha);
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final RemedyContacts contacts = new RemedyContacts(
            new CloudUserCache() {
                @Override
                public Optional<CloudUser> find(CloudUserId id) {
                    return account.findById(id);
                }

                @Override
                public void invalidate(CloudUserId id) {}
            },
            links);

    RemedyContactsTest() {
        link(CHIARA_IN_SLACK, CHIARA);
        link(ELENA_IN_SLACK, ELENA);
    }

    private void link(SlackUserId slackUserId, CloudUserId cloudUserId) {
        links.save(new AccountLink(
                slackUserId,
                cloudUserId,
                Optional.empty(),
                new AccountLink.Origin(AccountLink.LinkMethod.API_KEY, slackUserId, NOON)));
    }

    private static CloudUser chiara(Permission first, Permission... others) {
        return onCallUser(CHIARA).withPermissions(EnumSet.of(first, others)).withParent(ELENA);
    }

    private List<SlackUserId> namedFor(DenialReason reason) {
        return contacts.explain(asha, List.of(reason)).get(0).contacts();
    }

    @Test
    void who_holds_the_permission_and_manages_users_is_named_the_nearest_first() {
        assertThat(namedFor(LACKS_RELOAD)).containsExactly(CHIARA_IN_SLACK, ELENA_IN_SLACK);
        assertThat(contacts.managersOf(asha)).containsExactly(CHIARA_IN_SLACK, ELENA_IN_SLACK);
    }

    @Test
    void who_lacks_the_permission_cannot_grant_it_but_can_activate_a_user() {
        account.with(chiara(Permission.USER_MANAGE));

        assertThat(namedFor(LACKS_RELOAD)).containsExactly(ELENA_IN_SLACK);
        assertThat(namedFor(NOT_ACTIVE)).containsExactly(CHIARA_IN_SLACK, ELENA_IN_SLACK);
    }

    @Test
    void who_does_not_manage_users_or_is_disabled_helps_nobody() {
        account.with(chiara(Permission.SERVER_RELOAD));
        assertThat(namedFor(LACKS_RELOAD)).containsExactly(ELENA_IN_SLACK);

        account.with(chiara(Permission.USER_MANAGE, Permission.SERVER_RELOAD).withStatus(CloudUser.Status.DISABLED));
        assertThat(namedFor(NOT_ACTIVE)).containsExactly(ELENA_IN_SLACK);
    }

    @Test
    void a_reason_that_nobody_can_remove_names_nobody() {
        assertThat(namedFor(new DenialReason.NoEmail(SlackUser.EmailAbsence.NOT_SHOWN)))
                .isEmpty();
    }

    @Test
    void P4_whoever_may_not_know_of_the_device_is_told_that_alone() {
        DenialReason hidden = new DenialReason.DeviceNotFound("web-07");

        assertThat(contacts.explain(asha, List.of(LACKS_RELOAD, hidden, NOT_ACTIVE)))
                .containsExactly(new ExplainedDenial(hidden, List.of()));
        assertThat(contacts.explain(asha, List.of(LACKS_RELOAD, NOT_ACTIVE)))
                .extracting(ExplainedDenial::reason)
                .containsExactly(LACKS_RELOAD, NOT_ACTIVE);
    }

    @Test
    void no_more_than_five_are_named_and_nobody_twice() {
        IntStream.rangeClosed(1, 6).forEach(number -> link(new SlackUserId("U0CHIARA" + number), CHIARA));

        assertThat(contacts.managersOf(asha)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void where_the_provider_is_silent_the_refusal_stands_without_names() {
        account.unavailable();

        assertThat(contacts.explain(asha, List.of(LACKS_RELOAD)))
                .containsExactly(new ExplainedDenial(LACKS_RELOAD, List.of()));
    }
}
