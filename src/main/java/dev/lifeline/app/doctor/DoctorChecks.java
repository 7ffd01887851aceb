package dev.lifeline.app.doctor;

import dev.lifeline.config.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Checks what the bot needs, against the real services. Changes nothing. */
public final class DoctorChecks {

    private final Settings settings;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /** @param environment of the process, for what is not a setting of the bot */
    public DoctorChecks(Settings settings, Map<String, String> environment, InstantSource clock) {
        this.settings = settings;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** One result for each check, in the order in which an installation is made; blocks for some seconds. */
    public List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>(List.of(CheckResult.ok("settings", "all there")));
        results.addAll(new SlackChecks(settings, clock).run());
        results.addAll(checkProvider());
        results.addAll(new DatabaseChecks(settings.server().databaseUrl(), clock).run());
        results.addAll(new ReplicaChecks(settings.server().databaseUrl(), clock).run());
        results.addAll(new WorkspaceChecks(settings, clock).run());
        results.addAll(new ClockChecks(settings, clock).run());
        results.addAll(new ReachChecks(settings).run());
        results.addAll(new PolicyChecks(settings, clock).run());
        results.addAll(List.of(describeServedChannels(), new PublicUrlChecks(settings).run()));
        results.addAll(new ListenChecks(settings.server()).run());
        results.addAll(new ProxyChecks(settings, environment).run());
        return results;
    }

    /** The lines as {@code doctor} prints them in the environment of this process. */
    public static List<String> lines(Settings settings, InstantSource clock) {
        return new DoctorChecks(settings, System.getenv(), clock)
                .run().stream().map(CheckResult::line).toList();
    }

    /** Of several accounts, each line begins with the name of its account. */
    private List<CheckResult> checkProvider() {
        if (settings.namedAccounts().isEmpty()) return new ProviderChecks(settings.softLayer()).run();
        return settings.accounts().entrySet().stream()
                .flatMap(account -> new ProviderChecks(account.getValue())
                        .run().stream().map(result -> result.about(account.getKey())))
                .toList();
    }

    private CheckResult describeServedChannels() {
        Settings.ServiceScope serviceScope = settings.scope();
        String channels = serviceScope.channelIds().isEmpty()
                ? "every channel that the bot is in"
                : "channels " + String.join(", ", new TreeSet<>(serviceScope.channelIds()));
        String workspaces = serviceScope.teamIds().isEmpty()
                ? "members of its own workspace"
                : "members of workspaces " + String.join(", ", new TreeSet<>(serviceScope.teamIds()));
        return CheckResult.ok("serves", workspaces + " in " + channels);
    }
}
