package dev.lifeline.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.lifeline.access.Permission;
import dev.lifeline.approval.DefaultDecision;
import dev.lifeline.approval.Match;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyRule;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.approval.PolicyRules.InRescueReminder;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalRequirement.BreakGlassAllowance;
import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.PolicyRequirements;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the rules of a policy file. One reading finds every problem, each with its line, its key and what is allowed there. */
public final class PolicyReader {

    private static final Set<String> TOP_LEVEL_KEYS = Set.of("otherwise", "rules", "remind-in-rescue");
    private static final Map<String, DefaultDecision> DEFAULT_DECISIONS =
            Map.of("permission", DefaultDecision.PERMISSION, "deny", DefaultDecision.DENY);
    private static final Set<String> RULE_KEYS = Set.of(
            "name",
            "match",
            "deny",
            "approvals",
            "approvers",
            "reason",
            "reason-hint",
            "approve-by",
            "start-by",
            "remind",
            "break-glass",
            "step-up",
            "notify",
            "instead");
    private static final Set<String> KEYS_NEEDING_APPROVALS =
            Set.of("approvers", "notify", "approve-by", "remind", "break-glass");

    private static final int MAX_APPROVALS = 10;
    /** With room for a sentence around it in a hint of a form (src/docs/platform/slack.md, section Sizes). */
    private static final int MAX_HINT_CHARS = 300;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    /** For a reason that is required but may be any text. */
    private static final String NON_BLANK_REGEX = "(?s).*\\S.*";
    /** Hexadecimal digits of the hash that tells versions of a file apart. */
    private static final int VERSION_CHARS = 8;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ruleNames = new HashSet<>();
    private final String version;

    private PolicyReader(String version) {
        this.version = version;
    }

    /**
     * Reads the rules from the text of a policy.
     *
     * @throws InvalidPolicyException listing every problem
     */
    public static PolicyRules read(String text) {
        PolicyReader reader = new PolicyReader(DigestUtils.sha256Hex(text).substring(0, VERSION_CHARS));
        PolicyRules policyRules = reader.rules(new YamlMap(root(text), "the policy", reader.problems));
        if (!reader.problems.isEmpty()) throw new InvalidPolicyException(reader.problems);
        return policyRules;
    }

    private static YamlValue root(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null)
                throw new InvalidPolicyException(List.of("line 1: the policy is empty; it begins with rules:"));
            return YamlValue.of(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidPolicyException(List.of("line " + line + ": this is not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            throw new InvalidPolicyException(List.of("line 1: this is not YAML"));
        }
    }

    private PolicyRules rules(YamlMap file) {
        file.rejectUnknownKeys(TOP_LEVEL_KEYS);
        List<PolicyRule> policyRules =
                file.maps("rules").stream().map(this::rule).toList();
        if (policyRules.isEmpty())
            file.addProblem("rules", "has to list at least one rule; for no policy leave LIFELINE_POLICY out");
        Optional<InRescueReminder> inRescueReminder =
                file.map("remind-in-rescue").flatMap(this::inRescueReminder);
        return new PolicyRules(
                policyRules, otherwise(file, policyRules), version, inRescueReminder.orElse(InRescueReminder.DEFAULT));
    }

    /** Has to be said where a rule asks for approvals: what falls past the rules would need none, and nobody would notice. */
    private static DefaultDecision otherwise(YamlMap file, List<PolicyRule> policyRules) {
        boolean anyApprovals = policyRules.stream().anyMatch(policyRule -> policyRule.quorum() > 0);
        if (anyApprovals && !file.has("otherwise"))
            file.addProblem(
                    "otherwise",
                    "is missing: a rule asks for approvals, so say what holds for a request that no rule matches,"
                            + " otherwise: permission (no approval is needed) or otherwise: deny (nobody may)");
        return file.read("otherwise", "permission or deny", word -> Optional.ofNullable(DEFAULT_DECISIONS.get(word)))
                .orElse(DefaultDecision.PERMISSION);
    }

    private Optional<InRescueReminder> inRescueReminder(YamlMap reminder) {
        reminder.rejectUnknownKeys(Set.of("after", "every"));
        Optional<Duration> after = reminder.duration("after", SECOND, MONTH);
        Optional<Duration> every = reminder.duration("every", SECOND, MONTH);
        if (after.isEmpty() && !reminder.has("after")) reminder.addProblem("after", "is missing, such as after: 2h");
        return after.map(first -> new InRescueReminder(first, every.orElse(first)));
    }

    private PolicyRule rule(YamlMap rule) {
        rule.rejectUnknownKeys(RULE_KEYS);
        String name = rule.text("name").orElse("");
        if (name.isEmpty()) rule.addProblem("name", "is missing; the status message and the audit log name the rule");
        else if (!ruleNames.add(name))
            rule.addProblem("name", "'" + name + "' is taken by another rule; give each its own");
        MatchReader match = new MatchReader();
        return new PolicyRule(
                name,
                rule.map("match").map(match::read).orElse(Match.ANYTHING),
                rule.has("deny") ? denyDecision(rule, name) : permitDecision(rule, name));
    }

    private PolicyDecision denyDecision(YamlMap rule, String name) {
        RULE_KEYS.stream()
                .filter(key -> !Set.of("name", "match", "deny", "instead").contains(key))
                .filter(rule::has)
                .sorted()
                .forEach(key -> rule.addProblem(key, "means nothing in a rule that denies"));
        return new PolicyDecision.Denied(name, version, rule.text("deny").orElse(""), alternative(rule));
    }

    private PolicyDecision permitDecision(YamlMap rule, String name) {
        int approvals = rule.integer("approvals", 0, MAX_APPROVALS).orElse(0);
        if (approvals == 0)
            KEYS_NEEDING_APPROVALS.stream()
                    .filter(rule::has)
                    .sorted()
                    .forEach(key -> rule.addProblem(key, "means nothing without approvals: 1 or more"));
        PolicyRequirements.ConfirmationRequirements confirmationRequirements =
                new PolicyRequirements.ConfirmationRequirements(
                        reasonRegex(rule), reasonHint(rule), rule.duration("step-up", SECOND, MONTH));
        Duration startBy = rule.duration("start-by", SECOND, DAY).orElse(PolicyRequirements.DEFAULT_LAUNCH_WINDOW);
        return new PolicyDecision.Permitted(new PolicyRequirements(
                name,
                version,
                approvalRequirement(rule, approvals),
                confirmationRequirements,
                startBy,
                alternative(rule)));
    }

    /** The way that is open instead. */
    private static Optional<String> alternative(YamlMap rule) {
        Optional<String> way = rule.text("instead").map(String::strip);
        if (way.filter(text -> text.isEmpty() || text.length() > MAX_HINT_CHARS).isPresent())
            rule.addProblem("instead", "has to be a text of 1 to " + MAX_HINT_CHARS + " characters");
        return way;
    }

    private ApprovalRequirement approvalRequirement(YamlMap rule, int approvals) {
        Duration within = rule.duration("approve-by", SECOND, WEEK).orElse(ApprovalRequirement.DEFAULT_TIMEOUT);
        Optional<Reminder> reminder = rule.map("remind").flatMap(remind -> ReminderReader.read(remind, within));
        Optional<BreakGlassAllowance> breakGlass = rule.map("break-glass").flatMap(this::breakGlass);
        return new ApprovalRequirement(
                approvals,
                rule.map("approvers").map(this::approvers).orElse(ApproverSelector.ANY_PERMITTED_USER),
                within,
                reminder,
                breakGlass,
                rule.map("notify").flatMap(PeopleReader::read));
    }

    private ApproverSelector approvers(YamlMap approvers) {
        approvers.rejectUnknownKeys(Set.of("groups", "people", "permission"));
        Permission permission = approvers
                .read("permission", "a permission such as SERVER_RELOAD or USER_MANAGE", Permission::fromKeyName)
                .orElse(Permission.SERVER_RELOAD);
        Set<String> groups = approvers.texts("groups");
        Set<String> people = approvers.texts("people");
        if (groups.isEmpty() && people.isEmpty() && (approvers.has("groups") || approvers.has("people")))
            approvers.addProblem(
                    approvers.has("groups") ? "groups" : "people",
                    "names nobody, so that everybody with the permission could approve; name somebody, or leave groups and people out");
        return new ApproverSelector(groups, people, permission);
    }

    private Optional<BreakGlassAllowance> breakGlass(YamlMap breakGlass) {
        breakGlass.rejectUnknownKeys(Set.of("allowed", "review-by"));
        boolean allowed = breakGlass.booleanValue("allowed").orElse(false);
        Duration reviewBy = breakGlass.duration("review-by", SECOND, MONTH).orElse(DAY);
        return allowed ? Optional.of(new BreakGlassAllowance(reviewBy)) : Optional.empty();
    }

    private Optional<String> reasonHint(YamlMap rule) {
        Optional<String> hint = rule.text("reason-hint").map(String::strip);
        if (rule.has("reason-hint")
                && (!rule.has("reason") || rule.text("reason").equals(Optional.of("optional"))))
            rule.addProblem("reason-hint", "means nothing without a reason: required or a regular expression");
        if (hint.filter(text -> text.isEmpty() || text.length() > MAX_HINT_CHARS)
                .isPresent())
            rule.addProblem("reason-hint", "has to be a text of 1 to " + MAX_HINT_CHARS + " characters");
        return hint;
    }

    private Optional<String> reasonRegex(YamlMap rule) {
        if (!rule.has("reason")) return Optional.empty();
        return rule.text("reason").flatMap(text -> switch (text) {
            case "required" -> Optional.of(NON_BLANK_REGEX);
            case "optional" -> Optional.empty();
            default -> validRegex(rule, text);
        });
    }

    private Optional<String> validRegex(YamlMap rule, String text) {
        try {
            return Optional.of(Pattern.compile(text).pattern());
        } catch (PatternSyntaxException e) {
            rule.addProblem(
                    "reason",
                    "is neither required nor optional nor a regular expression (RE2 syntax: no look-around, no back-references): "
                            + e.getDescription());
            return Optional.empty();
        }
    }
}
