package dev.lifeline.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.lifeline.access.Permission;
import dev.lifeline.approval.Match;
import dev.lifeline.approval.Rule;
import dev.lifeline.approval.Rules;
import dev.lifeline.approval.Rules.Lingering;
import dev.lifeline.approval.Ruling;
import dev.lifeline.rescue.Agreement;
import dev.lifeline.rescue.Agreement.BreakGlass;
import dev.lifeline.rescue.Agreement.Reminder;
import dev.lifeline.rescue.Approvers;
import dev.lifeline.rescue.Clearance;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** What does a policy file ask for? Every problem is found in one reading, each with its line, its key and what is allowed. */
public final class PolicyReader {

    private static final Set<String> KEYS = Set.of("rules", "remind-in-rescue");
    private static final Set<String> RULE_KEYS = Set.of(
            "name",
            "match",
            "deny",
            "approvals",
            "approvers",
            "reason",
            "approve-by",
            "start-by",
            "remind",
            "break-glass",
            "step-up");
    private static final Set<String> ONLY_WITH_APPROVALS = Set.of("approvers", "approve-by", "remind", "break-glass");

    private static final int MOST_APPROVALS = 10;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    /** What a reason has to be where it only has to be there. */
    private static final String ANY_WORDS = "(?s).*\\S.*";
    /** Digits enough to tell editions of one file apart. */
    private static final int VERSION = 8;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final String version;

    private PolicyReader(String version) {
        this.version = version;
    }

    /**
     * The rules in a policy's text.
     *
     * @throws PolicyUnusable listing every problem
     */
    public static Rules read(String text) {
        PolicyReader reader = new PolicyReader(DigestUtils.sha256Hex(text).substring(0, VERSION));
        Rules rules = reader.rules(new YamlMap(root(text), "the policy", reader.problems));
        if (!reader.problems.isEmpty()) throw new PolicyUnusable(reader.problems);
        return rules;
    }

    private static YamlValue root(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) throw new PolicyUnusable(List.of("line 1: the policy is empty; it begins with rules:"));
            return YamlValue.of(root);
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 1
                    : malformed.getProblemMark().getLine() + 1;
            throw new PolicyUnusable(List.of("line " + line + ": this is not YAML: " + malformed.getProblem()));
        } catch (YAMLException malformed) {
            throw new PolicyUnusable(List.of("line 1: this is not YAML"));
        }
    }

    private Rules rules(YamlMap file) {
        file.only(KEYS);
        List<Rule> rules = file.maps("rules").stream().map(this::rule).toList();
        if (rules.isEmpty())
            file.wrong("rules", "has to list at least one rule; for no policy leave LIFELINE_POLICY out");
        Optional<Lingering> lingering = file.map("remind-in-rescue").flatMap(this::lingering);
        return new Rules(rules, version, lingering.orElse(Lingering.USUAL));
    }

    private Optional<Lingering> lingering(YamlMap remind) {
        remind.only(Set.of("after", "every"));
        Optional<Duration> after = remind.span("after", SECOND, MONTH);
        Optional<Duration> every = remind.span("every", SECOND, MONTH);
        if (after.isEmpty() && !remind.has("after")) remind.wrong("after", "is missing, such as after: 2h");
        return after.map(first -> new Lingering(first, every.orElse(first)));
    }

    private Rule rule(YamlMap rule) {
        rule.only(RULE_KEYS);
        String name = rule.text("name").orElse("");
        if (name.isEmpty()) rule.wrong("name", "is missing; the card and the record name the rule");
        else if (!names.add(name)) rule.wrong("name", "'" + name + "' is taken by another rule; give each its own");
        MatchReader match = new MatchReader();
        return new Rule(
                name,
                rule.map("match").map(match::read).orElse(Match.ANYTHING),
                rule.has("deny") ? denied(rule, name) : asked(rule, name));
    }

    private Ruling denied(YamlMap rule, String name) {
        RULE_KEYS.stream()
                .filter(key -> !Set.of("name", "match", "deny").contains(key))
                .filter(rule::has)
                .sorted()
                .forEach(key -> rule.wrong(key, "means nothing in a rule that denies"));
        return new Ruling.Denied(name, version, rule.text("deny").orElse(""));
    }

    private Ruling asked(YamlMap rule, String name) {
        int approvals = rule.number("approvals", 0, MOST_APPROVALS).orElse(0);
        if (approvals == 0)
            ONLY_WITH_APPROVALS.stream()
                    .filter(rule::has)
                    .sorted()
                    .forEach(key -> rule.wrong(key, "means nothing without approvals: 1 or more"));
        Clearance.Terms terms = new Clearance.Terms(reason(rule), rule.span("step-up", SECOND, MONTH));
        Duration startBy = rule.span("start-by", SECOND, DAY).orElse(Clearance.USUAL_START);
        return new Ruling.Asks(new Clearance(name, version, agreement(rule, approvals), terms, startBy));
    }

    private Agreement agreement(YamlMap rule, int approvals) {
        Duration within = rule.span("approve-by", SECOND, WEEK).orElse(Agreement.USUAL);
        Optional<Reminder> reminder = rule.map("remind").flatMap(remind -> reminder(remind, within));
        Optional<BreakGlass> glass = rule.map("break-glass").flatMap(this::glass);
        return new Agreement(
                approvals,
                rule.map("approvers").map(this::approvers).orElse(Approvers.WHO_MAY_LAUNCH),
                within,
                reminder,
                glass);
    }

    private Approvers approvers(YamlMap approvers) {
        approvers.only(Set.of("groups", "people", "permission"));
        Permission permission = approvers
                .read("permission", "a permission such as SERVER_RELOAD or USER_MANAGE", Permission::keyed)
                .orElse(Permission.SERVER_RELOAD);
        return new Approvers(approvers.texts("groups"), approvers.texts("people"), permission);
    }

    private Optional<Reminder> reminder(YamlMap remind, Duration within) {
        remind.only(Set.of("after", "then"));
        Optional<Duration> after = remind.span("after", SECOND, WEEK);
        if (after.isEmpty() && !remind.has("after")) remind.wrong("after", "is missing, such as after: 5m");
        if (after.filter(first -> first.compareTo(within) >= 0).isPresent())
            remind.wrong("after", "has to be shorter than approve-by, or nobody is ever reminded");
        return after.map(first -> new Reminder(first, remind.texts("then")));
    }

    private Optional<BreakGlass> glass(YamlMap glass) {
        glass.only(Set.of("allowed", "review-by"));
        boolean allowed = glass.yesOrNo("allowed").orElse(false);
        Duration reviewBy = glass.span("review-by", SECOND, MONTH).orElse(DAY);
        return allowed ? Optional.of(new BreakGlass(reviewBy)) : Optional.empty();
    }

    private Optional<String> reason(YamlMap rule) {
        if (!rule.has("reason")) return Optional.empty();
        return rule.text("reason").flatMap(text -> switch (text) {
            case "required" -> Optional.of(ANY_WORDS);
            case "optional" -> Optional.empty();
            default -> pattern(rule, text);
        });
    }

    private Optional<String> pattern(YamlMap rule, String text) {
        try {
            return Optional.of(Pattern.compile(text).pattern());
        } catch (PatternSyntaxException malformed) {
            rule.wrong(
                    "reason",
                    "is neither required nor optional nor a regular expression (RE2 syntax: no look-around, no back-references): "
                            + malformed.getDescription());
            return Optional.empty();
        }
    }
}
