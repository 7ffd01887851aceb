package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.HumanIdentity;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.PeopleSelector;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.InMemoryDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is asked, who may vote, and how many of the named people are looked up for it. */
class ApproverResolverTest {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");
    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    private static final SlackUserId DARIO = new SlackUserId("U0DARIO");

    private final InMemoryCloudUsers account = new InMemoryCloudUsers()
            .with(onCallUser(new CloudUserId(1)).withEmail(Optional.of("u0asha@example.com")))
            .with(onCallUser(new CloudUserId(2)).withEmail(Optional.of("u0bruno@example.com")))
            .with(onCallUser(new CloudUserId(3)).withEmail(Optional.of("u0chiara@example.com")))
            .with(onCallUser(new CloudUserId(4)).withEmail(Optional.of("u0dario@example.com")));
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final InMemoryDirectory directory = new InMemoryDirectory()
            .addUser("asha", ASHA)
            .addUser("bruno", BRUNO)
            .addUser("chiara", CHIARA)
            .addUser("dario", DARIO)
            .addGroup("leads", BRUNO, CHIARA);
    private final List<SlackUserId> lookedUp = new ArrayList<>();
    private boolean slackAnswers = true;
    private final AccessCheck accessCheck = new AccessCheck(this::slackUser, account, links, () -> NOON);
    private final ApproverAbility ability = new ApproverAbility(accessCheck, new HumanIdentities(account, links));
    private final ApproverResolver resolver = new ApproverResolver(directory, ability);

    private SlackUser slackUser(SlackUserId id) {
        lookedUp.add(id);
        if (!slackAnswers) throw new SlackUsers.SlackUserUnavailableException("silent");
        return slackMember(id, id.value().toLowerCase(Locale.ROOT) + "@example.com");
    }

    private static ApprovalRequirement requirement(int quorum, Set<String> groups, Set<String> users, String... then) {
        Optional<ApprovalRequirement.Reminder> reminder = then.length == 0
                ? Optional.empty()
                : Optional.of(new ApprovalRequirement.Reminder(Duration.ofMinutes(5), Set.of(then)));
        return new ApprovalRequirement(
                quorum,
                new ApproverSelector(groups, users, Permission.SERVER_RELOAD),
                Duration.ofMinutes(15),
                reminder,
                Optional.empty());
    }

    @Test
    void the_requester_is_neither_asked_at_first_nor_later_and_nobody_is_asked_twice() {
        ApprovalRequirement rule = requirement(1, Set.of("leads"), Set.of("asha"), "asha", "bruno", "dario");

        assertThat(resolver.resolve(rule, ASHA_REQUESTER, WEB_07_ID).requested())
                .containsExactlyInAnyOrder(BRUNO, CHIARA);
        assertThat(resolver.resolve(rule, ASHA_REQUESTER, WEB_07_ID).escalation())
                .containsExactly(DARIO);
    }

    private static ApprovalRequirement asking(ApprovalRequirement rule, String... people) {
        return new ApprovalRequirement(
                rule.quorum(),
                rule.approverSelector(),
                rule.timeout(),
                rule.reminder(),
                rule.breakGlassAllowance(),
                Optional.of(new PeopleSelector(Set.of(), Set.of(people))));
    }

    @Test
    void those_are_asked_whom_the_rule_wants_to_be_and_the_others_may_approve_all_the_same() {
        ApprovalRequirement rule = asking(requirement(1, Set.of("leads"), Set.of("dario")), "dario", "asha");

        ApproverSet asked = resolver.resolve(rule, ASHA_REQUESTER, WEB_07_ID);

        assertThat(asked.requested()).containsExactly(DARIO);
        assertThat(asked.unpinged()).contains(Set.of(BRUNO, CHIARA));
        assertThat(resolver.isApprover(rule, BRUNO, false)).isTrue();
    }

    @Test
    void who_may_not_approve_is_not_asked_to_and_where_nobody_of_them_may_all_others_are() {
        ApprovalRequirement rule = asking(requirement(1, Set.of("leads"), Set.of()), "dario");

        ApproverSet asked = resolver.resolve(rule, ASHA_REQUESTER, WEB_07_ID);

        assertThat(asked.requested()).containsExactlyInAnyOrder(BRUNO, CHIARA);
        assertThat(asked.unpinged()).isEmpty();
    }

    @Test
    void where_anybody_may_approve_some_are_asked_by_name() {
        ApprovalRequirement rule = asking(requirement(1, Set.of(), Set.of()), "dario");

        assertThat(resolver.resolve(rule, ASHA_REQUESTER, WEB_07_ID).requested())
                .containsExactly(DARIO);
        assertThat(resolver.isApprover(rule, BRUNO, false)).isTrue();
    }

    @Test
    void P5_a_group_that_a_schedule_tool_keeps_is_read_afresh_at_each_request_and_vote() {
        ApprovalRequirement rule = requirement(1, Set.of("leads"), Set.of());
        assertThat(resolver.isApprover(rule, DARIO, false)).isFalse();

        directory.addGroup("leads", DARIO);

        assertThat(resolver.resolve(rule, ASHA_REQUESTER, WEB_07_ID).requested())
                .containsExactly(DARIO);
        assertThat(resolver.isApprover(rule, DARIO, false)).isTrue();
        assertThat(resolver.isApprover(rule, BRUNO, false)).isFalse();
    }

    @Test
    void P5_the_requester_has_no_vote_that_could_make_up_the_quorum() {
        assertThat(resolver.findShortage(requirement(2, Set.of(), Set.of("asha", "bruno")), ASHA_REQUESTER, WEB_07_ID))
                .contains(new ApproverShortage(1, Map.of()));
        assertThat(resolver.findShortage(requirement(2, Set.of(), Set.of("bruno"), "dario"), ASHA_REQUESTER, WEB_07_ID))
                .as("the people of the escalation count")
                .isEmpty();
    }

    @Test
    void where_nobody_has_to_approve_nobody_is_looked_up() {
        ApprovalRequirement nobody = requirement(0, Set.of("leads"), Set.of());

        assertThat(resolver.resolve(nobody, ASHA_REQUESTER, WEB_07_ID).requested())
                .containsExactlyInAnyOrder(BRUNO, CHIARA);
        assertThat(resolver.findShortage(nobody, ASHA_REQUESTER, WEB_07_ID)).isEmpty();
        assertThat(resolver.findShortage(requirement(3, Set.of(), Set.of()), ASHA_REQUESTER, WEB_07_ID))
                .as("whoever else may launch it")
                .isEmpty();
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void where_too_few_are_able_all_who_are_named_are_asked() {
        account.with(onCallUser(new CloudUserId(2))
                .withEmail(Optional.of("u0bruno@example.com"))
                .withPermissions(Set.of()));

        assertThat(resolver.resolve(requirement(2, Set.of("leads"), Set.of()), ASHA_REQUESTER, WEB_07_ID)
                        .requested())
                .containsExactlyInAnyOrder(BRUNO, CHIARA);
        assertThat(resolver.resolve(requirement(1, Set.of("leads"), Set.of()), ASHA_REQUESTER, WEB_07_ID)
                        .requested())
                .containsExactly(CHIARA);
    }

    @Test
    void the_people_of_the_escalation_may_vote_once_they_have_been_asked() {
        ApprovalRequirement rule = requirement(1, Set.of("leads"), Set.of(), "dario");

        assertThat(resolver.isApprover(rule, BRUNO, false)).isTrue();
        assertThat(resolver.isApprover(rule, DARIO, false)).isFalse();
        assertThat(resolver.isApprover(rule, DARIO, true)).isTrue();
        assertThat(resolver.isApprover(rule, ASHA, true)).isFalse();
        assertThat(resolver.isApprover(requirement(1, Set.of(), Set.of()), ASHA, false))
                .as("a rule that names nobody")
                .isTrue();
    }

    @Test
    void no_more_than_twenty_people_are_looked_up_and_the_others_count() {
        SlackUserId[] crowd = IntStream.rangeClosed(1, 21)
                .mapToObj(number -> new SlackUserId("U%02d".formatted(number)))
                .toArray(SlackUserId[]::new);
        directory.addGroup("crowd", crowd);

        ApproverShortage shortage = resolver.findShortage(
                        requirement(2, Set.of("crowd"), Set.of()), ASHA_REQUESTER, WEB_07_ID)
                .orElseThrow();

        assertThat(lookedUp).containsExactly(Arrays.copyOf(crowd, 20));
        assertThat(shortage.able()).as("the one who was not looked up").isEqualTo(1);
        assertThat(shortage.obstacles()).hasSize(20);
    }

    @Test
    void once_slack_is_silent_nobody_else_is_looked_up() {
        slackAnswers = false;

        assertThat(resolver.findShortage(requirement(2, Set.of("leads"), Set.of()), ASHA_REQUESTER, WEB_07_ID))
                .isEmpty();
        assertThat(lookedUp).containsExactly(BRUNO);
    }

    @Test
    void P5_two_people_whose_one_address_several_cloud_users_have_are_one_human_with_whoever_has_it() {
        account.with(onCallUser(new CloudUserId(5)).withEmail(Optional.of("U0BRUNO@example.com")));
        links.save(AccountLink.verified(slackUser(DARIO), new CloudUserId(2), NOON));

        assertThat(resolver.findShortage(requirement(2, Set.of(), Set.of("bruno", "dario")), ASHA_REQUESTER, WEB_07_ID)
                        .orElseThrow()
                        .able())
                .isEqualTo(1);
    }

    @Test
    void P4_an_approver_who_does_not_reach_the_device_cannot_approve_its_rescue() {
        CloudUser onCall = onCallUser(new CloudUserId(2)).withEmail(Optional.of("u0bruno@example.com"));
        account.with(new CloudUser(
                onCall.id(),
                onCall.username(),
                onCall.email(),
                onCall.status(),
                false,
                onCall.permissions(),
                new DeviceAccess(false, true, Set.of()),
                Optional.empty()));

        assertThat(resolver.findShortage(requirement(2, Set.of("leads"), Set.of()), ASHA_REQUESTER, WEB_07_ID))
                .contains(new ApproverShortage(1, Map.of(BRUNO, new DenialReason.DeviceNotFound(""))));
    }

    @Test
    void P5_a_requester_who_alone_is_named_leaves_nobody_to_approve() {
        assertThat(resolver.findShortage(requirement(1, Set.of(), Set.of("asha")), ASHA_REQUESTER, WEB_07_ID))
                .contains(new ApproverShortage(0, Map.of()));
    }

    @Test
    void a_requester_of_whom_the_provider_tells_nothing_is_compared_by_their_slack_user() {
        links.save(AccountLink.verified(slackUser(ASHA), new CloudUserId(1), NOON));
        account.unavailable();

        assertThat(resolver.findShortage(requirement(2, Set.of("leads"), Set.of()), ASHA_REQUESTER, WEB_07_ID))
                .isEmpty();
        assertThat(ability.human(ASHA)).isEqualTo(HumanIdentity.of(ASHA));
    }

    @Test
    void a_number_of_people_is_never_negative() {
        assertThat(new ApproverShortage(0, Map.of()).able()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new ApproverShortage(-1, Map.of()));
    }
}
