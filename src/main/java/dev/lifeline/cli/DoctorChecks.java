package dev.lifeline.cli;

import dev.lifeline.config.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Checks what the bot needs, against the real services. Changes nothing. */
final class DoctorChecks {

    private final Settings settings;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /** @param environment of the process, for what is not a setting of the bot */
    DoctorChecks(Settings settings, Map<String, String> environment, InstantSource clock) {
        this.settings = settings;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>(List.of(CheckResult.ok("settings", "all there")));
        results.addAll(new SlackChecks(settings, clock).run());
        results.addAll(new ProviderChecks(settings.softLayer()).run());
        results.addAll(new DatabaseChecks(settings.server().databaseUrl(), clock).run());
        results.addAll(new ClockChecks(settings, clock).run());
        results.addAll(new PolicyChecks(settings, clock).run());
        results.addAll(List.of(describeServedChannels(), describePublicUrl()));
        results.addAll(new ListenChecks(settings.server()).run());
        results.addAll(new ProxyChecks(settings, environment).run());
        return results;
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

    private CheckResult describePublicUrl() {
        String address = settings.scope().publicUrl(settings.server().http().port()) + "/link/";
        return CheckResult.ok(
                "pages",
                settings.scope().publicUrl().isPresent()
                        ? address
                        : address + ", on this machine only; set LIFELINE_PUBLIC_URL for people elsewhere");
    }
}
