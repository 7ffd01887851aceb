package dev.lifeline.sandbox.slack.workspace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The default workspace that examples, tests and other tools rely on. Ids are fixed. */
final class DefaultWorkspace {

    private static final Team PARTNER_TEAM = new Team("T0PARTNER1", "Partner", "partner");
    private static final InstalledApp.Ids APP_IDS = new InstalledApp.Ids("A0LIFELINE", "B0LIFELINE", "U0LIFELINE");

    private static final Set<String> BOT_SCOPES = new LinkedHashSet<>(List.of(
            "app_mentions:read",
            "canvases:write",
            "channels:history",
            "channels:read",
            "chat:write",
            "commands",
            "groups:history",
            "groups:read",
            "im:history",
            "im:write",
            "mpim:history",
            "mpim:read",
            "usergroups:read",
            "users:read",
            "users:read.email"));

    private static final List<String> HANDLES = List.of("asha", "bruno", "chiara", "dario", "elena", "farid", "gwen");

    private static List<User> humanUsers(Team team) {
        return List.of(
            memberUser(team, "asha", "Asha Rao", "en-US", "Asia/Kolkata", "On call"),
            memberUser(team, "bruno", "Bruno Conti", "it-IT", "Europe/Rome", "On call"),
            memberUser(team, "chiara", "Chiara Greco", "it-IT", "Europe/Rome", "On-call lead"),
            memberUser(team, "dario", "Dario Webb", "en-GB", "Europe/London", "Support"),
            memberUser(team, "elena", "Elena Novak", "en-US", "America/New_York", "Account owner"),
            memberUser(team, "farid", "Farid Azimi", "de-DE", "Europe/Berlin", "Marketing"),
            guestUser("gwen", "Gwen Park", "America/Chicago", "Partner engineer"));
    }

    private DefaultWorkspace() {}

    static InstalledApp app(Team team) {
        String tokenName = team.equals(Workspace.DEFAULT_TEAM) ? "lifeline" : team.domain();
        Credentials credentials = new Credentials(
                "xoxb-sandbox-" + tokenName + "-bot-token",
                "xapp-sandbox-lifeline-app-token",
                "sandbox-lifeline-signing-secret",
                "sandbox-lifeline-verification-token");
        return new InstalledApp(team, APP_IDS, credentials, manifest());
    }

    private static Manifest manifest() {
        return new Manifest(
                List.of(new Manifest.SlashCommand(
                        "/rescue",
                        "Boot a device into the rescue kernel",
                        "[device | list | status | exit | whoami | link | help]",
                        true)),
                List.of(
                        new Manifest.Shortcut("rescue_from_message", "Rescue a device", "message"),
                        new Manifest.Shortcut("rescue_device", "Rescue a device", "global")),
                Set.of(
                        "app_mention",
                        "app_home_opened",
                        "app_uninstalled",
                        "channel_id_changed",
                        "message.im",
                        "tokens_revoked"),
                BOT_SCOPES);
    }

    static Users users(Team team) {
        List<User> all = Stream.concat(humanUsers(team).stream(), Stream.of(botUser(team))).toList();
        return new Users(
                all, List.of(new UserGroup("S0ONCALL01", "oncall-leads", "On-call leads", List.of(userId("chiara")))));
    }

    static List<Channel> channels() {
        List<String> everyone = HANDLES;
        List<String> staff = everyone.subList(0, everyone.size() - 1);
        return List.of(
                channel("C0INCIDENT42", "incident-42", Channel.Type.PUBLIC, false, everyone, true),
                channel("G0OPSPRIVATE", "ops-private", Channel.Type.PRIVATE, false, List.of("asha", "chiara"), true),
                channel("C0RANDOM", "random", Channel.Type.PUBLIC, false, staff, false),
                channel("C0SHARED", "shared-partner", Channel.Type.PUBLIC, true, everyone, true));
    }

    private static Channel channel(
            String id, String name, Channel.Type type, boolean shared, List<String> handles, boolean bot) {
        Set<String> members =
                new LinkedHashSet<>(handles.stream().map(DefaultWorkspace::userId).toList());
        if (bot) members.add(APP_IDS.botUser());
        return new Channel(id, name, type, new Channel.State(shared, false, ""), members);
    }

    private static User memberUser(Team team, String handle, String realName, String locale, String zone, String title) {
        User.Profile profile = new User.Profile(
                new User.Names(realName, handle), Optional.of(handle + "@example.com"), locale, zone, title);
        return new User(userId(handle), handle, profile, new User.Membership(team.id(), User.Role.MEMBER, false));
    }

    private static User guestUser(String handle, String realName, String zone, String title) {
        User.Profile profile = new User.Profile(
                new User.Names(realName, handle), Optional.of(handle + "@partner.example"), "en-US", zone, title);
        return new User(userId(handle), handle, profile, new User.Membership(PARTNER_TEAM.id(), User.Role.GUEST, true));
    }

    private static User botUser(Team team) {
        User.Profile profile =
                new User.Profile(new User.Names("Lifeline", "lifeline"), Optional.empty(), "en-US", "Etc/UTC", "");
        return new User(APP_IDS.botUser(), "lifeline", profile, new User.Membership(team.id(), User.Role.BOT, false));
    }

    private static String userId(String handle) {
        return "U0" + handle.toUpperCase(Locale.ROOT);
    }
}
