package dev.lifeline.sandbox.slack.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The small world that examples, tests and tools of others rely on (design.md 3). Ids are fixed. */
final class DefaultWorld {

    private static final Team TEAM = new Team("T0LIFELINE", "Lifeline Sandbox", "lifeline-sandbox");
    private static final Team PARTNER = new Team("T0PARTNER1", "Partner", "partner");
    private static final InstalledApp.Ids IDS = new InstalledApp.Ids("A0LIFELINE", "B0LIFELINE", "U0LIFELINE");

    private static final Set<String> SCOPES = new LinkedHashSet<>(List.of(
            "app_mentions:read",
            "channels:history",
            "channels:read",
            "chat:write",
            "commands",
            "groups:history",
            "groups:read",
            "im:history",
            "im:read",
            "im:write",
            "mpim:history",
            "mpim:read",
            "reactions:write",
            "usergroups:read",
            "users:read",
            "users:read.email"));

    private static final List<Person> HUMANS = List.of(
            human("asha", "Asha Rao", "en-US", "Asia/Kolkata", "On call"),
            human("bruno", "Bruno Conti", "it-IT", "Europe/Rome", "On call"),
            human("chiara", "Chiara Greco", "it-IT", "Europe/Rome", "On-call lead"),
            human("dario", "Dario Webb", "en-GB", "Europe/London", "Support"),
            human("elena", "Elena Novak", "en-US", "America/New_York", "Account owner"),
            human("farid", "Farid Azimi", "de-DE", "Europe/Berlin", "Marketing"),
            guest("gwen", "Gwen Park", "America/Chicago", "Partner engineer"));

    private DefaultWorld() {}

    static InstalledApp app() {
        Credentials credentials = new Credentials(
                "xoxb-sandbox-lifeline-bot-token",
                "xapp-sandbox-lifeline-app-token",
                "sandbox-lifeline-signing-secret",
                "sandbox-lifeline-verification-token");
        return new InstalledApp(TEAM, IDS, credentials, manifest());
    }

    private static Manifest manifest() {
        return new Manifest(
                List.of(new Manifest.Command(
                        "/rescue",
                        "Boot a device into the rescue kernel",
                        "[device | list | status | exit | whoami | link | help]",
                        true)),
                List.of(new Manifest.Shortcut("rescue_from_message", "Rescue a device", "message")),
                Set.of(
                        "app_mention",
                        "app_home_opened",
                        "app_uninstalled",
                        "channel_id_changed",
                        "message.im",
                        "tokens_revoked"),
                SCOPES);
    }

    static People people() {
        List<Person> all = Stream.concat(HUMANS.stream(), Stream.of(bot())).toList();
        return new People(
                all, List.of(new UserGroup("S0ONCALL01", "oncall-leads", "On-call leads", List.of(id("chiara")))));
    }

    static List<Channel> channels() {
        List<String> everyone = HUMANS.stream().map(Person::handle).toList();
        List<String> staff = everyone.subList(0, everyone.size() - 1);
        return List.of(
                channel("C0INCIDENT42", "incident-42", Channel.Kind.PUBLIC, false, everyone, true),
                channel("G0OPSPRIVATE", "ops-private", Channel.Kind.PRIVATE, false, List.of("asha", "chiara"), true),
                channel("C0RANDOM", "random", Channel.Kind.PUBLIC, false, staff, false),
                channel("C0SHARED", "shared-partner", Channel.Kind.PUBLIC, true, everyone, true));
    }

    private static Channel channel(
            String id, String name, Channel.Kind kind, boolean shared, List<String> handles, boolean bot) {
        Set<String> members =
                new LinkedHashSet<>(handles.stream().map(DefaultWorld::id).toList());
        if (bot) members.add(IDS.botUser());
        return new Channel(id, name, kind, new Channel.Condition(shared, false, ""), members);
    }

    private static Person human(String handle, String realName, String locale, String zone, String title) {
        Person.Profile profile = new Person.Profile(
                new Person.Names(realName, handle), Optional.of(handle + "@example.com"), locale, zone, title);
        return new Person(id(handle), handle, profile, new Person.Standing(TEAM.id(), Person.Rank.MEMBER, false));
    }

    private static Person guest(String handle, String realName, String zone, String title) {
        Person.Profile profile = new Person.Profile(
                new Person.Names(realName, handle), Optional.of(handle + "@partner.example"), "en-US", zone, title);
        return new Person(id(handle), handle, profile, new Person.Standing(PARTNER.id(), Person.Rank.GUEST, true));
    }

    private static Person bot() {
        Person.Profile profile =
                new Person.Profile(new Person.Names("Lifeline", "lifeline"), Optional.empty(), "en-US", "Etc/UTC", "");
        return new Person(IDS.botUser(), "lifeline", profile, new Person.Standing(TEAM.id(), Person.Rank.BOT, false));
    }

    private static String id(String handle) {
        return "U0" + handle.toUpperCase(Locale.ROOT);
    }
}
