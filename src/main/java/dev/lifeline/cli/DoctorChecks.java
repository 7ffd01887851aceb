package dev.lifeline.cli;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.app.AdapterConfigs;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.approval.PolicyFeasibility;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.cli.DoctorCommand.CheckResult;
import dev.lifeline.config.InvalidPolicyException;
import dev.lifeline.config.PolicyFile;
import dev.lifeline.config.Settings;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.slack.BotIdentity;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.slack.SlackUnusableException;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.CurrentUser;
import dev.lifeline.softlayer.rest.InvalidApiKeyException;
import dev.lifeline.store.Store;
import dev.lifeline.store.database.DatabaseUnavailableException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks what the bot needs, against the real services. Changes nothing, but creates the database where there is none. */
final class DoctorChecks {

    private static final List<Permission> REQUIRED_PERMISSIONS = List.of(
            Permission.SERVER_RELOAD,
            Permission.REMOTE_MANAGEMENT,
            Permission.VIRTUAL_GUEST_VIEW,
            Permission.HARDWARE_VIEW);

    private final Settings settings;
    private final InstantSource clock = InstantSource.system();

    DoctorChecks(Settings settings) {
        this.settings = settings;
    }

    List<CheckResult> run() {
        return List.of(
                new CheckResult("settings", true, "all there"),
                checkSlack(),
                checkProvider(),
                checkDatabase(),
                checkPolicy(),
                describeServedChannels(),
                describePublicUrl());
    }

    private CheckResult checkSlack() {
        try {
            return checkScopes(SlackAdapter.checkTokens(AdapterConfigs.slackConfig(settings), clock));
        } catch (SlackUnusableException e) {
            return failed("slack", e);
        }
    }

    /** Passes where Slack does not return the scopes of the token. */
    private static CheckResult checkScopes(BotIdentity identity) {
        String missing = identity.missingScopes().stream().sorted().collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new CheckResult("slack", true, "bot " + identity.botUserId() + " in workspace " + identity.teamName())
                : new CheckResult(
                        "slack",
                        false,
                        "the bot token lacks " + missing
                                + ": add it under \"OAuth & Permissions\" and install the app again");
    }

    private CheckResult checkProvider() {
        try (ClassicAdapter classic = AdapterConfigs.classicAdapter(settings.softLayer(), clock)) {
            return checkPermissions(classic.currentUser());
        } catch (InvalidApiKeyException e) {
            return failed("provider", e);
        } catch (ProviderUnavailableException e) {
            return new CheckResult(
                    "provider",
                    false,
                    "cannot be asked (" + e.getMessage() + "): check SL_ENDPOINT_URL and the network");
        }
    }

    private static CheckResult checkPermissions(CurrentUser user) {
        String missing = REQUIRED_PERMISSIONS.stream()
                .filter(permission -> !user.hasPermission(permission))
                .map(permission -> permission + " (" + permission.portalName() + ")")
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new CheckResult("provider", true, "user " + user.username() + " holds what a rescue needs")
                : new CheckResult(
                        "provider",
                        false,
                        "user " + user.username() + " lacks " + missing + ": have an administrator grant it");
    }

    private CheckResult checkDatabase() {
        try (Store store = Store.open(settings.server().databaseUrl(), clock)) {
            return store.isHealthy()
                    ? new CheckResult("database", true, "answers")
                    : new CheckResult("database", false, "does not answer: check LIFELINE_DATABASE_URL");
        } catch (DatabaseUnavailableException e) {
            return new CheckResult("database", false, e.getMessage() + " Check LIFELINE_DATABASE_URL.");
        }
    }

    /** Looks the users of the policy up in Slack. */
    private CheckResult checkPolicy() {
        Optional<Path> file = settings.server().policyFile();
        if (file.isEmpty())
            return new CheckResult("policy", true, "built-in: the permission decides, nobody else is asked");
        try {
            PolicyRules policyRules = PolicyFile.read(file.get());
            List<String> problems = SlackAdapter.lookUp(
                    AdapterConfigs.slackConfig(settings),
                    clock,
                    directory -> new PolicyFeasibility(directory).problems(policyRules));
            if (problems.isEmpty()) problems = shortages(policyRules);
            return problems.isEmpty()
                    ? new CheckResult(
                            "policy", true, policyRules.rules().size() + " rules, version " + policyRules.version())
                    : new CheckResult("policy", false, String.join("; ", problems));
        } catch (InvalidPolicyException e) {
            return new CheckResult("policy", false, String.join("; ", e.problems()));
        } catch (DirectoryUnavailableException e) {
            return new CheckResult("policy", false, "its people cannot be looked up: " + e.getMessage());
        }
    }

    /** The rules that too few people can satisfy as they are now; empty where that cannot be looked up, as other lines tell. */
    private List<String> shortages(PolicyRules policyRules) {
        try (ClassicAdapter classic = AdapterConfigs.classicAdapter(settings.softLayer(), clock);
                Store store = Store.open(settings.server().databaseUrl(), clock)) {
            return SlackAdapter.lookUp(
                    AdapterConfigs.slackConfig(settings),
                    clock,
                    (directory, users) -> new PolicyFeasibility(directory)
                            .shortages(policyRules, approverAbility(users, classic, store)));
        } catch (InvalidApiKeyException | DatabaseUnavailableException unknown) {
            return List.of();
        }
    }

    private ApproverAbility approverAbility(SlackUsers users, ClassicAdapter classic, Store store) {
        return new ApproverAbility(
                new AccessCheck(users, classic.cloudUsers(), store.accountLinks(), clock),
                new HumanIdentities(classic.cloudUsers(), store.accountLinks()));
    }

    private CheckResult describeServedChannels() {
        Settings.ServiceScope serviceScope = settings.scope();
        String channels = serviceScope.channelIds().isEmpty()
                ? "every channel that the bot is in"
                : "channels " + String.join(", ", new TreeSet<>(serviceScope.channelIds()));
        String workspaces = serviceScope.teamIds().isEmpty()
                ? "members of its own workspace"
                : "members of workspaces " + String.join(", ", new TreeSet<>(serviceScope.teamIds()));
        return new CheckResult("serves", true, workspaces + " in " + channels);
    }

    private CheckResult describePublicUrl() {
        String address = settings.scope().publicUrl(settings.server().http().port()) + "/link/";
        boolean publicUrlSet = settings.scope().publicUrl().isPresent();
        return new CheckResult(
                "pages",
                true,
                publicUrlSet
                        ? address
                        : address + ", on this machine only; set LIFELINE_PUBLIC_URL for people elsewhere");
    }

    private static CheckResult failed(String subject, RuntimeException e) {
        return new CheckResult(subject, false, String.valueOf(e.getMessage()));
    }
}
