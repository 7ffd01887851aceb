package dev.lifeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyRule;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.PeopleSelector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks, who is asked, who is woken, and which way is open instead, as a policy says it. */
class PolicyPeopleTest {

    private static PolicyRule rule(String keys) {
        return PolicyReader.read("otherwise: permission\nrules:\n  - name: web\n    " + keys.replace("\n", "\n    "))
                .rules()
                .get(0);
    }

    private static ApprovalRequirement approval(String keys) {
        return ((PolicyDecision.Permitted) rule("approvals: 1\n" + keys).decision())
                .requirements()
                .approval();
    }

    @Test
    void a_rule_may_be_for_the_requests_of_some_people() {
        assertThat(rule("match: {requester: {groups: [juniors], people: [bruno]}}\napprovals: 1")
                        .match()
                        .requester())
                .contains(new PeopleSelector(Set.of("juniors"), Set.of("bruno")));
    }

    @Test
    void who_is_asked_is_named_apart_from_who_may_approve() {
        assertThat(approval("approvers: {groups: [oncall-leads]}\nnotify: {groups: [oncall]}")
                        .notified())
                .contains(new PeopleSelector(Set.of("oncall"), Set.of()));
    }

    @Test
    void a_reminder_may_wake_people_by_a_webhook() {
        assertThat(approval("remind: {after: 5m, then: {people: [elena], webhook: 'https://pager.example.com/x'}}")
                        .reminder())
                .contains(new ApprovalRequirement.Reminder(
                        Duration.ofMinutes(5),
                        Set.of("elena"),
                        Optional.of(URI.create("https://pager.example.com/x"))));
        assertThat(approval("remind: {after: 5m, then: elena}").reminder())
                .contains(new ApprovalRequirement.Reminder(Duration.ofMinutes(5), Set.of("elena")));
    }

    @Test
    void a_rule_names_the_way_that_is_open_instead() {
        assertThat(((PolicyDecision.Denied)
                                rule("deny: not here\ninstead: ask in storage").decision())
                        .alternative())
                .contains("ask in storage");
        assertThat(((PolicyDecision.Permitted)
                                rule("approvals: 1\ninstead: call 4711").decision())
                        .requirements()
                        .alternative())
                .contains("call 4711");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remind: {after: 5m, then: {webhook: 'ftp://pager.example.com'}} | webhook has to be an address",
                "remind: {after: 5m, then: {webhook: 'https://me:pw@pager.example.com'}} | has no user name in it",
                "remind: {after: 5m, then: {webhook: 'file:///etc/passwd'}} | begins with https:// or http://",
                "remind: {after: 5m, then: {web: x}} | web is not known here; allowed are people, webhook",
                "notify: {} | names nobody",
                "match: {requester: {people: []}} | names nobody",
                "instead: '' | instead has to be"
            })
    void what_is_wrong_is_said_with_what_is_allowed(String key, String problem) {
        assertThatThrownBy(() -> rule("approvals: 1\n" + key))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void P6_an_address_with_a_password_is_not_repeated_where_it_is_refused() {
        assertThatThrownBy(() ->
                        rule("approvals: 1\nremind: {after: 5m, then: {webhook: 'https://me:hush@pager.example.com'}}"))
                .hasMessageContaining("has no user name in it")
                .hasMessageNotContaining("hush");
    }

    @Test
    void notify_means_nothing_without_approvals() {
        assertThatThrownBy(() -> rule("approvals: 0\nnotify: {people: [bruno]}"))
                .hasMessageContaining("notify means nothing without approvals");
    }
}
