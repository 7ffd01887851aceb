package dev.lifeline.benchmark;

import dev.lifeline.benchmark.Environment.Fake;
import dev.lifeline.faultinjection.BulkRescues;
import dev.lifeline.probe.NetworkProbe;
import dev.lifeline.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * A bot with a thousand devices in rescue: it polls each, and probes each over SSH, every five seconds, as it does in the first minutes.
 * All are written into its database before it starts.
 */
final class OpenRescuesBenchmark {

    private static final int RESCUES = 1_000;

    /** Until each was polled for the first time. */
    private static final long SETTLE_MILLIS = 10_000;

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

    private static final int MILLIS_PER_SECOND = 1_000;

    private final Environment environment;
    private final Results results;
    private final BotLaunch launch;
    private final int seconds;

    /** @param seconds of the measurement */
    OpenRescuesBenchmark(Environment environment, Results results, BotLaunch launch, int seconds) {
        this.environment = environment;
        this.results = results;
        this.launch = launch;
        this.seconds = seconds;
    }

    /** One round with one contender. */
    void measure(Contender contender) {
        if (contender == Contender.PEER) return;
        BotDatabase database = environment.newDatabase(contender);
        try (Fake provider = environment.startFake(
                "classic", "--devices", Integer.toString(RESCUES), "--ssh-port", "0", "--rdp-port", "0")) {
            URI endpoint = provider.url().resolve("/rest/v3.1/");
            Map<String, String> devicePorts =
                    RescueStand.devicePorts(provider.process().output());
            addRescues(database, endpoint, devicePorts);
            int port = FreePort.find();
            Map<String, String> settings =
                    new HashMap<>(BotLaunch.settings(environment.slackApi(), endpoint, database.jdbcUrl(), port));
            settings.putAll(devicePorts);
            try (Target bot = environment.launchBot(database, settings, port, launch)) {
                bot.awaitReady();
                measure(contender, bot, database);
            }
        }
    }

    private static void addRescues(BotDatabase database, URI endpoint, Map<String, String> devicePorts) {
        int sshPort = Integer.parseInt(devicePorts.getOrDefault("LIFELINE_SSH_PORT", ""));
        int rdpPort = Integer.parseInt(devicePorts.getOrDefault("LIFELINE_RDP_PORT", ""));
        try (Store store = Store.open(database.jdbcUrl(), InstantSource.system());
                BulkRescues bulkRescues = new BulkRescues(endpoint, store);
                NetworkProbe probe = new NetworkProbe(sshPort, rdpPort, PROBE_TIMEOUT)) {
            bulkRescues.addInRescue(RESCUES, probe);
        }
    }

    private void measure(Contender contender, Target bot, BotDatabase database) {
        ChildProcess.pause(SETTLE_MILLIS);
        long cpuBefore = bot.usage().cpuMillis();
        long startNanos = System.nanoTime();
        Latencies lateness = new ScheduleWatch(database.jdbcUrl()).lateness(seconds);
        double elapsedMillis = (System.nanoTime() - startNanos) / 1e6;
        results.add(Figure.OPEN_CPU_SHARE, contender, (bot.usage().cpuMillis() - cpuBefore) / elapsedMillis);
        results.add(Figure.OPEN_LATENESS, contender, lateness.p99() / MILLIS_PER_SECOND);
        results.add(Figure.OPEN_HEAP, contender, bot.process().liveHeapMegabytes());
        results.remark(
                "1,000 rescues open: %,d jobs began in a round, the poll of all devices among them; the heap is what a full "
                                .formatted(lateness.count())
                        + "collection leaves.");
    }
}
