package dev.lifeline.cli;

import dev.lifeline.Bot;
import dev.lifeline.access.Permission;
import dev.lifeline.approval.DirectorySilent;
import dev.lifeline.approval.Feasibility;
import dev.lifeline.approval.Rules;
import dev.lifeline.classic.ClassicDoor;
import dev.lifeline.classic.CurrentUser;
import dev.lifeline.classic.KeyRefused;
import dev.lifeline.cli.DoctorCommand.Finding;
import dev.lifeline.config.PolicyFile;
import dev.lifeline.config.PolicyUnusable;
import dev.lifeline.config.Settings;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.slack.SlackAccount;
import dev.lifeline.slack.SlackDoor;
import dev.lifeline.slack.SlackNotUsable;
import dev.lifeline.slack.SlackSelf;
import dev.lifeline.store.DatabaseUnusable;
import dev.lifeline.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Does each thing answer as the bot needs it? Nothing is changed by asking, but that an absent database is made. */
final class Examination {

    private static final List<Permission> NEEDED = List.of(
            Permission.SERVER_RELOAD,
            Permission.REMOTE_MANAGEMENT,
            Permission.VIRTUAL_GUEST_VIEW,
            Permission.HARDWARE_VIEW);

    private final Settings settings;
    private final InstantSource clock = InstantSource.system();

    Examination(Settings settings) {
        this.settings = settings;
    }

    List<Finding> run() {
        return List.of(
                new Finding("settings", true, "all there"),
                slack(),
                provider(),
                database(),
                policy(),
                serves(),
                pages());
    }

    private Finding slack() {
        try {
            return scopes(SlackDoor.probe(account(), clock));
        } catch (SlackNotUsable notUsable) {
            return wrong("slack", notUsable);
        }
    }

    private SlackAccount account() {
        Settings.Slack slack = settings.slack();
        return new SlackAccount(slack.botToken(), slack.appToken(), slack.signingSecret(), slack.apiUrl());
    }

    /** Where Slack does not say what the token may do, nothing is known to be wrong. */
    private static Finding scopes(SlackSelf self) {
        String missing = self.missingScopes().stream().sorted().collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new Finding("slack", true, "bot " + self.botUserId() + " in workspace " + self.team())
                : new Finding(
                        "slack",
                        false,
                        "the bot token lacks " + missing
                                + ": add it under \"OAuth & Permissions\" and install the app again");
    }

    private Finding provider() {
        try (ClassicDoor door = Bot.provider(settings.account(), clock)) {
            return rights(door.currentUser());
        } catch (KeyRefused refused) {
            return wrong("provider", refused);
        } catch (ProviderUnreachable away) {
            return new Finding(
                    "provider",
                    false,
                    "cannot be asked (" + away.getMessage() + "): check SL_ENDPOINT_URL and the network");
        }
    }

    private static Finding rights(CurrentUser user) {
        String missing = NEEDED.stream()
                .filter(permission -> !user.holds(permission))
                .map(permission -> permission + " (" + permission.portalName() + ")")
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new Finding("provider", true, "user " + user.username() + " holds what a rescue needs")
                : new Finding(
                        "provider",
                        false,
                        "user " + user.username() + " lacks " + missing + ": have an administrator grant it");
    }

    private Finding database() {
        try (Store store = Store.open(settings.local().databaseUrl(), clock)) {
            return store.healthy()
                    ? new Finding("database", true, "answers")
                    : new Finding("database", false, "does not answer: check LIFELINE_DATABASE_URL");
        } catch (DatabaseUnusable unusable) {
            return new Finding("database", false, unusable.getMessage() + " Check LIFELINE_DATABASE_URL.");
        }
    }

    /** Whether the people in it exist is asked of Slack. */
    private Finding policy() {
        Optional<Path> file = settings.local().policy();
        if (file.isEmpty())
            return new Finding("policy", true, "built-in: the permission decides, nobody else is asked");
        try {
            Rules rules = PolicyFile.read(file.get());
            List<String> problems =
                    SlackDoor.lookedUp(account(), clock, slack -> new Feasibility(slack).problems(rules));
            return problems.isEmpty()
                    ? new Finding("policy", true, rules.all().size() + " rules, version " + rules.version())
                    : new Finding("policy", false, String.join("; ", problems));
        } catch (PolicyUnusable mistaken) {
            return new Finding("policy", false, String.join("; ", mistaken.problems()));
        } catch (DirectorySilent silent) {
            return new Finding("policy", false, "its people cannot be looked up: " + silent.getMessage());
        }
    }

    private Finding serves() {
        Settings.Served served = settings.served();
        String channels = served.channels().isEmpty()
                ? "every channel that the bot is in"
                : "channels " + String.join(", ", new TreeSet<>(served.channels()));
        String workspaces = served.workspaces().isEmpty()
                ? "members of its own workspace"
                : "members of workspaces " + String.join(", ", new TreeSet<>(served.workspaces()));
        return new Finding("serves", true, workspaces + " in " + channels);
    }

    private Finding pages() {
        String address = settings.served().publicUrl(settings.local().httpPort()) + "/link/";
        boolean everywhere = settings.served().publicUrl().isPresent();
        return new Finding(
                "pages",
                true,
                everywhere
                        ? address
                        : address + ", on this machine only; set LIFELINE_PUBLIC_URL for people elsewhere");
    }

    private static Finding wrong(String thing, RuntimeException why) {
        return new Finding(thing, false, String.valueOf(why.getMessage()));
    }
}
