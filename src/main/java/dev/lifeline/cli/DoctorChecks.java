package dev.lifeline.cli;

import dev.lifeline.access.Permission;
import dev.lifeline.app.AdapterConfigs;
import dev.lifeline.cli.DoctorCommand.CheckResult;
import dev.lifeline.cli.DoctorCommand.Verdict;
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
import dev.lifeline.store.database.SchemaStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks what the bot needs, against the real services. Changes nothing. */
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
        List<CheckResult> results = new ArrayList<>(List.of(
                new CheckResult("settings", true, "all there"), checkSlack(), checkProvider(), checkDatabase()));
        results.addAll(new PolicyChecks(settings, clock).run());
        results.addAll(List.of(describeServedChannels(), describePublicUrl()));
        return results;
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
        try {
            return checkSchema(Store.inspect(settings.server().databaseUrl()));
        } catch (DatabaseUnavailableException e) {
            return new CheckResult("database", false, e.getMessage() + " Check LIFELINE_DATABASE_URL.");
        }
    }

    private CheckResult checkSchema(SchemaStatus schema) {
        return switch (schema.state()) {
            case EMPTY -> new CheckResult("database", true, "answers, has " + schema);
            case CURRENT -> checkRequests();
            case OLDER -> new CheckResult("database", Verdict.WARN, "answers, has " + schema);
            case NEWER -> new CheckResult("database", false, "has " + schema + ": run the newer release");
            case FOREIGN, PRE_RELEASE ->
                new CheckResult("database", false, "has " + schema + ": set LIFELINE_DATABASE_URL to an empty database");
        };
    }

    private CheckResult checkRequests() {
        try (Store store = Store.openToRead(settings.server().databaseUrl(), clock, found -> {})) {
            return checkRequests(store.requests().findUnreadable());
        }
    }

    /** The bot works without a request that it cannot read, and the device of that request is watched by nobody. */
    private static CheckResult checkRequests(List<String> unreadable) {
        return unreadable.isEmpty()
                ? new CheckResult("database", true, "answers")
                : new CheckResult(
                        "database",
                        Verdict.WARN,
                        "open requests that this release cannot read: " + String.join(", ", unreadable)
                                + "; run the newest release that any replica runs, or look for the damage");
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
