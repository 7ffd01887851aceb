package dev.lifeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.Permission;
import dev.lifeline.approval.DefaultDecision;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyInput;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.device.DeviceType;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalRequirement.BreakGlassAllowance;
import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    private static final String SAMPLE_YAML = """
            rules:
              - name: production
                match: {tags: [prod], hostname: "db-*", datacenter: [fra02], kind: [bare-metal], channels: ["incident-*"]}
                approvals: 1
                approvers: {groups: [oncall-leads], people: [], permission: SERVER_RELOAD}
                reason: required
                approve-by: 15m
                start-by: 10m
                remind: {after: 5m, then: elena}
                break-glass: {allowed: true, review-by: 24h}
                step-up: 8h
              - name: never
                match: {tags: [do-not-touch]}
                deny: "This device is rescued by the storage team only: #storage"
            remind-in-rescue: {after: 2h, every: 1h}
            otherwise: permission
            """;

    @Test
    void the_sample_is_read_whole() {
        PolicyRules policyRules = PolicyReader.read(SAMPLE_YAML);

        PolicyRequirements production =
                ((PolicyDecision.Permitted) policyRules.rules().get(0).decision()).requirements();
        ApprovalRequirement approvalRequirement = production.approval();
        assertThat(approvalRequirement.quorum()).isEqualTo(1);
        assertThat(approvalRequirement.approverSelector().groups()).containsExactly("oncall-leads");
        assertThat(approvalRequirement.approverSelector().permission()).isEqualTo(Permission.SERVER_RELOAD);
        assertThat(approvalRequirement.reminder()).contains(new Reminder(Duration.ofMinutes(5), Set.of("elena")));
        assertThat(approvalRequirement.breakGlassAllowance()).contains(new BreakGlassAllowance(Duration.ofHours(24)));
        assertThat(production.confirmation().verifiedWithin()).contains(Duration.ofHours(8));
        assertThat(production.launchWindow()).isEqualTo(Duration.ofMinutes(10));
        assertThat(policyRules.rules().get(0).match().deviceTypes()).containsExactly(DeviceType.HARDWARE);
        assertThat(policyRules.rules().get(1).decision()).isInstanceOf(PolicyDecision.Denied.class);
        assertThat(policyRules.inRescueReminder())
                .isEqualTo(new PolicyRules.InRescueReminder(Duration.ofHours(2), Duration.ofHours(1)));
    }

    @Test
    void approvals_that_do_not_say_what_holds_for_the_rest_are_refused() {
        assertThatThrownBy(() -> PolicyReader.read(SAMPLE_YAML.replace("otherwise: permission", "")))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("otherwise is missing: a rule asks for approvals")
                .hasMessageContaining("otherwise: permission")
                .hasMessageContaining("otherwise: deny");
        assertThatThrownBy(() -> PolicyReader.read(SAMPLE_YAML.replace("otherwise: permission", "otherwise: allow")))
                .hasMessageContaining("line 16: otherwise is 'allow', allowed is permission or deny");
    }

    @Test
    void otherwise_may_be_left_out_where_no_rule_asks_for_approvals() {
        assertThat(PolicyReader.read("rules: [{name: reasons, reason: required}]")
                        .otherwise())
                .isEqualTo(DefaultDecision.PERMISSION);
        assertThat(PolicyReader.read("{otherwise: deny, rules: [{name: reasons, reason: required}]}")
                        .otherwise())
                .isEqualTo(DefaultDecision.DENY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'#incident-42'",
                "incident-42",
                "INCIDENT-*",
                "C0INCIDENT42",
                "<#C0INCIDENT42>",
                "<#C0INCIDENT42|incident-42>"
            })
    void a_channel_written_with_its_hash_as_a_mention_or_as_an_id_is_the_channel(String written) {
        PolicyRules policyRules =
                PolicyReader.read("rules: [{name: here, match: {channels: [" + written + "]}, deny: not here}]");

        assertThat(policyRules.evaluate(
                        new PolicyInput(Fixtures.WEB_07, Fixtures.INCIDENT_CHANNEL, Fixtures.NOON, Fixtures.ASHA),
                        new InMemoryDirectory().addChannel(Fixtures.INCIDENT_CHANNEL, "incident-42")))
                .isInstanceOf(PolicyDecision.Denied.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'match: {channels: [<#incident-42>]}' | channels holds '<#incident-42>', allowed are #name, a mention",
                "'match: {channels: []}' | channels is empty; name at least one, or leave it out",
                "'match: {tags: []}' | tags is empty; name at least one, or leave it out",
                "'match: {account: Lab Account}' | account is 'Lab Account', which is no name of an account",
                "'match: {kind: []}' | kind is empty; name at least one, or leave it out",
                "'approvals: 1, approvers: {groups: []}' | groups names nobody",
            })
    void a_condition_that_names_nothing_is_refused(String part, String told) {
        assertThatThrownBy(() -> PolicyReader.read("{otherwise: deny, rules: [{name: a, " + part + "}]}"))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining(told);
    }

    @Test
    void a_channel_that_yaml_takes_for_a_comment_is_refused() {
        assertThatThrownBy(() -> PolicyReader.read("""
                        rules:
                          - name: a
                            match:
                              channels: #incident-42
                            deny: not here
                        """))
                .hasMessageContaining("line 4: channels is empty")
                .hasMessageContaining("in quotes");
    }

    @Test
    void the_policy_to_begin_with_is_a_policy() {
        assertThat(PolicyFile.read(Path.of("src/docs/policy.yaml")).rules()).hasSize(3);
    }

    @Test
    void another_text_is_another_version() {
        assertThat(PolicyReader.read(SAMPLE_YAML).version())
                .isNotEqualTo(
                        PolicyReader.read(SAMPLE_YAML.replace("15m", "16m")).version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approvals: 1 | approvals: many | line 4: approvals is 'many', allowed is a number from 0 to 10",
                "approve-by: 15m | approve-by: soon | line 7: approve-by is 'soon', allowed is a time such as",
                "reason: required | reason: '[a' | line 6: reason is neither required nor optional nor a regular expression",
                "reason: required | reason: '(?=INC).*' | line 6: reason is neither required nor optional nor a regular expression (RE2 syntax: no look-around",
                "[bare-metal] | [toaster] | line 3: kind is 'toaster', allowed are bare-metal and virtual",
                "SERVER_RELOAD | ROOT | line 5: permission is 'ROOT', allowed is a permission such as",
                "name: never | name: production | line 12: name 'production' is taken by another rule",
                "after: 5m | after: 20m | line 9: after has to be shorter than approve-by",
                "allowed: true | allowed: maybe | line 10: allowed is 'maybe', allowed is true or false",
                "reason: required | reason-hint: why it is | line 6: reason-hint means nothing without a reason",
                "reason: required | reasons: required | line 6: reasons is not known here; allowed are",
                "approvals: 1 | approvals: 0 | line 5: approvers means nothing without approvals: 1 or more",
                "name: never | label: never | line 12: name is missing",
                "every: 1h | every: often | line 15: every is 'often'",
            })
    void a_mistake_is_told_with_its_line_and_key_and_what_is_allowed(String right, String wrong, String told) {
        assertThatThrownBy(() -> PolicyReader.read(SAMPLE_YAML.replace(right, wrong)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining(told);
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThatThrownBy(() -> PolicyReader.read(
                        SAMPLE_YAML.replace("approvals: 1", "approvals: -1").replace("start-by: 10m", "start-by: 10")))
                .hasMessageContaining("line 4: approvals")
                .hasMessageContaining("line 8: start-by");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | line 1",
                "'rules: [' | line 1",
                "'rules: []' | rules has to list at least one rule",
                "'- a' | the policy has to hold keys"
            })
    void what_is_no_policy_at_all_is_refused(String text, String told) {
        assertThatThrownBy(() -> PolicyReader.read(text))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining(told);
    }
}
