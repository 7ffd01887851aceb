package dev.lifeline.app.doctor;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.app.adapter.AdapterConfigs;
import dev.lifeline.app.adapter.ClassicAccounts;
import dev.lifeline.app.doctor.CheckResult.Verdict;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.DefaultDecision;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.approval.PolicyFeasibility;
import dev.lifeline.approval.PolicyReview;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.approval.RuleReview;
import dev.lifeline.approval.UnlinkedApprovers;
import dev.lifeline.config.InvalidPolicyException;
import dev.lifeline.config.PolicyFile;
import dev.lifeline.config.Settings;
import dev.lifeline.device.Device;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.slack.DirectoryLookup;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.softlayer.rest.InvalidApiKeyException;
import dev.lifeline.store.Store;
import dev.lifeline.store.database.DatabaseUnavailableException;
import dev.lifeline.store.database.SchemaStatus;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Checks the policy file, and shows for each rule what it matches now. Asks Slack and the provider, and changes nothing. */
final class PolicyChecks {

    private static final String SUBJECT = "policy";

    private final Settings settings;
    private final SlackClientConfig slackConfig;
    private final InstantSource clock;

    PolicyChecks(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.slackConfig = AdapterConfigs.slackConfig(settings);
        this.clock = clock;
    }

    /** One line for the file, then one for each rule and one for each warning. */
    List<CheckResult> run() {
        return settings.server()
                .policyFile()
                .map(this::check)
                .orElse(List.of(
                        new CheckResult(SUBJECT, true, "built-in: the permission decides, nobody else is asked")));
    }

    private List<CheckResult> check(Path file) {
        try {
            PolicyRules policyRules = PolicyFile.read(file);
            List<String> problems = DirectoryLookup.lookUp(
                    slackConfig, clock, directory -> new PolicyFeasibility(directory).problems(policyRules));
            if (problems.isEmpty()) problems = shortages(policyRules);
            if (!problems.isEmpty()) return List.of(wrong(String.join("; ", problems)));
            List<CheckResult> results = new ArrayList<>(List.of(new CheckResult(SUBJECT, true, describe(policyRules))));
            results.addAll(handleWarnings(policyRules));
            results.addAll(linkWarnings(policyRules));
            results.addAll(review(policyRules));
            return results;
        } catch (InvalidPolicyException mistaken) {
            return List.of(wrong(String.join("; ", mistaken.problems())));
        } catch (DirectoryUnavailableException silent) {
            return List.of(wrong("its people and channels cannot be looked up: " + silent.getMessage()));
        }
    }

    /** Slack finds ids and addresses at once, and handles only by reading all users, which takes minutes in a large workspace. */
    private List<CheckResult> handleWarnings(PolicyRules policyRules) {
        return DirectoryLookup.lookUp(
                slackConfig,
                clock,
                directory -> policyRules.rules().stream()
                        .flatMap(rule -> rule.handles().stream())
                        .distinct()
                        .flatMap(handle -> directory.findUser(handle).stream()
                                .map(id -> new CheckResult(
                                        SUBJECT,
                                        Verdict.WARN,
                                        handle
                                                + " is named by handle, which takes minutes to find in a large workspace: write "
                                                + id + " instead")))
                        .toList());
    }

    /** The rules that too few people can satisfy as they are now; empty where that cannot be looked up, as other lines tell. */
    private List<String> shortages(PolicyRules policyRules) {
        return withLinks(links -> shortages(policyRules, links));
    }

    private List<CheckResult> linkWarnings(PolicyRules policyRules) {
        return withLinks(links -> unlinked(policyRules, links)).stream()
                .map(warning -> new CheckResult(SUBJECT, Verdict.WARN, warning))
                .toList();
    }

    private List<String> withLinks(Function<AccountLinks, List<String>> check) {
        try {
            if (Store.inspect(settings.server().databaseUrl()).state() == SchemaStatus.State.EMPTY)
                return check.apply(new NoAccountLinks());
            try (Store store = Store.openToRead(settings.server().databaseUrl(), clock, found -> {})) {
                return check.apply(store.accountLinks());
            }
        } catch (InvalidApiKeyException | DatabaseUnavailableException e) {
            return List.of();
        }
    }

    private List<String> unlinked(PolicyRules policyRules, AccountLinks links) {
        try (ClassicAccounts classic = ClassicAccounts.of(settings.accounts())) {
            return DirectoryLookup.lookUp(
                    slackConfig,
                    clock,
                    (directory, users) -> new UnlinkedApprovers(
                                    directory, approverAbility(users, classic, links), links)
                            .warnings(policyRules));
        }
    }

    private List<String> shortages(PolicyRules policyRules, AccountLinks links) {
        try (ClassicAccounts classic = ClassicAccounts.of(settings.accounts())) {
            return DirectoryLookup.lookUp(
                    slackConfig,
                    clock,
                    (directory, users) -> new PolicyFeasibility(directory)
                            .shortages(policyRules, approverAbility(users, classic, links)));
        }
    }

    private ApproverAbility approverAbility(SlackUsers users, ClassicAccounts classic, AccountLinks links) {
        return new ApproverAbility(
                new AccessCheck(users, classic.user().cloudUsers(), links, clock),
                new HumanIdentities(classic.user().cloudUsers(), links));
    }

    private static String describe(PolicyRules policyRules) {
        return policyRules.rules().size() + " rules, version " + policyRules.version()
                + (policyRules.otherwise() == DefaultDecision.DENY
                        ? "; what no rule matches is denied"
                        : "; for what no rule matches the permission decides");
    }

    private List<CheckResult> review(PolicyRules policyRules) {
        try {
            List<Device> devices = devices();
            return DirectoryLookup.lookUp(
                            slackConfig,
                            clock,
                            directory -> new PolicyReview(
                                            directory, settings.scope().channelIds())
                                    .review(policyRules, devices))
                    .stream()
                    .flatMap(ruleReview -> results(ruleReview).stream())
                    .toList();
        } catch (InvalidApiKeyException | ProviderUnavailableException away) {
            return List.of(new CheckResult(
                    SUBJECT, Verdict.WARN, "what the rules match cannot be told while the provider cannot be asked"));
        }
    }

    private List<Device> devices() {
        try (ClassicAccounts classic = ClassicAccounts.of(settings.accounts())) {
            return classic.device().devices().search("");
        }
    }

    private static List<CheckResult> results(RuleReview ruleReview) {
        String rule = "rule " + ruleReview.ruleName() + " ";
        List<CheckResult> results = new ArrayList<>();
        results.add(new CheckResult(SUBJECT, true, rule + ruleReview.summary()));
        ruleReview
                .warnings()
                .forEach(warning -> results.add(
                        new CheckResult(SUBJECT, Verdict.WARN, "rule " + ruleReview.ruleName() + ": " + warning)));
        return results;
    }

    private static CheckResult wrong(String message) {
        return new CheckResult(SUBJECT, false, message);
    }
}
