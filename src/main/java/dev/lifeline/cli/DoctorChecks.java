package dev.lifeline.cli;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.app.Bot;
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
import dev.lifeline.slack.webapi.SlackClientConfig;
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

/** Does each thing answer as the bot needs it? Nothing is changed by asking, but that an absent database is made. */
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
            return checkScopes(SlackAdapter.checkTokens(slackConfig(), clock));
        } catch (SlackUnusableException notUsable) {
            return failed("slack", notUsable);
        }
    }

    private SlackClientConfig slackConfig() {
        Settings.Slack slack = settings.slack();
        return new SlackClientConfig(slack.botToken(), slack.appToken(), slack.signingSecret(), slack.apiUrl());
    }

    /** Where Slack does not say what the token may do, nothing is known to be wrong. */
    private static CheckResult checkScopes(BotIdentity self) {
        String missing = self.missingScopes().stream().sorted().collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new CheckResult("slack", true, "bot " + self.botUserId() + " in workspace " + self.teamName())
                : new CheckResult(
                        "slack",
                        false,
                        "the bot token lacks " + missing
                                + ": add it under \"OAuth & Permissions\" and install the app again");
    }

    private CheckResult checkProvider() {
        try (ClassicAdapter door = Bot.createClassicAdapter(settings.softLayer(), clock)) {
            return checkPermissions(door.currentUser());
        } catch (InvalidApiKeyException refused) {
            return failed("provider", refused);
        } catch (ProviderUnavailableException away) {
            return new CheckResult(
                    "provider",
                    false,
                    "cannot be asked (" + away.getMessage() + "): check SL_ENDPOINT_URL and the network");
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
        } catch (DatabaseUnavailableException unusable) {
            return new CheckResult("database", false, unusable.getMessage() + " Check LIFELINE_DATABASE_URL.");
        }
    }

    /** Whether the people in it exist is asked of Slack. */
    private CheckResult checkPolicy() {
        Optional<Path> file = settings.server().policyFile();
        if (file.isEmpty())
            return new CheckResult("policy", true, "built-in: the permission decides, nobody else is asked");
        try {
            PolicyRules policyRules = PolicyFile.read(file.get());
            List<String> problems = SlackAdapter.lookUp(
                    slackConfig(), clock, slack -> new PolicyFeasibility(slack).problems(policyRules));
            if (problems.isEmpty()) problems = shortages(policyRules);
            return problems.isEmpty()
                    ? new CheckResult(
                            "policy", true, policyRules.rules().size() + " rules, version " + policyRules.version())
                    : new CheckResult("policy", false, String.join("; ", problems));
        } catch (InvalidPolicyException mistaken) {
            return new CheckResult("policy", false, String.join("; ", mistaken.problems()));
        } catch (DirectoryUnavailableException silent) {
            return new CheckResult("policy", false, "its people cannot be looked up: " + silent.getMessage());
        }
    }

    /** The rules that too few people can satisfy as they are now; empty where that cannot be looked up, as other lines tell. */
    private List<String> shortages(PolicyRules policyRules) {
        try (ClassicAdapter classic = Bot.createClassicAdapter(settings.softLayer(), clock);
                Store store = Store.open(settings.server().databaseUrl(), clock)) {
            return SlackAdapter.lookUp(
                    slackConfig(),
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
        String address = settings.scope().publicUrl(settings.server().httpPort()) + "/link/";
        boolean everywhere = settings.scope().publicUrl().isPresent();
        return new CheckResult(
                "pages",
                true,
                everywhere
                        ? address
                        : address + ", on this machine only; set LIFELINE_PUBLIC_URL for people elsewhere");
    }

    private static CheckResult failed(String thing, RuntimeException why) {
        return new CheckResult(thing, false, String.valueOf(why.getMessage()));
    }
}
