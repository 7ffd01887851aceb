package dev.lifeline.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark's program: runs the parts that were asked for, in rounds, the contenders by turns, and prints one table. */
@Command(
        name = "benchmark",
        description = "Measures the bot as whole processes beside @slack/bolt.",
        mixinStandardHelpOptions = true)
public final class Benchmark implements Callable<Integer> {

    private static final int WARM_UP_RATE = 500;
    private static final int KILL_RATE = 300;
    private static final int WARM_UP_SECONDS = 2;
    private static final int TROUBLE_SECONDS = 10;

    /** Several polls of each device. */
    private static final int MIN_OPEN_SECONDS = 15;

    /** What can be measured. */
    enum Part {
        START,
        LOAD,
        RESCUE,
        CROWD,
        PROVIDER,
        OPEN,
        TROUBLE,
        KILL
    }

    @Option(names = "--jar", paramLabel = "FILE", description = "The bot. Default: ${DEFAULT-VALUE}")
    private Path jar = Path.of("target/lifeline.jar");

    @Option(names = "--rounds", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(names = "--seconds", paramLabel = "N", description = "Of each run at one rate. Default: ${DEFAULT-VALUE}")
    private int seconds = 20;

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "N",
            description = "Commands a second, besides 300 and 1,000. Default: ${DEFAULT-VALUE}")
    private List<Integer> rates = List.of(100, 2_000);

    @Option(names = "--parts", split = ",", paramLabel = "PART", description = "${COMPLETION-CANDIDATES}. Default: all")
    private Set<Part> parts = Set.of(Part.values());

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}. Default: all")
    private List<Contender> contenders = List.of(Contender.values());

    @Option(
            names = "--rescues",
            paramLabel = "N",
            description = "Complete rescues in a round, one after another. Default: ${DEFAULT-VALUE}")
    private int rescues = 5;

    @Option(names = "--no-most", negatable = true, description = "Does not look for the highest rate that is held.")
    private boolean most = true;

    @Option(names = "--jvm", paramLabel = "OPTION", description = "An option for the bot's JVM; may be repeated.")
    private List<String> jvmOptions = List.of();

    @Option(names = "--jdk25", paramLabel = "FOLDER", description = "A JDK 25, for the start with an AOT cache.")
    private @Nullable Path jdk25;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "For databases and the output of all processes; it is kept. Default: a temporary one")
    private @Nullable Path folder;

    @Option(names = "--keep", description = "Writes the run into src/docs/performance.md.")
    private boolean keep;

    private final Results results = new Results();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        BotLaunch launch = BotLaunch.of(Optional.of(jar.toAbsolutePath()))
                .with(BotLaunch.DOCUMENTED_OPTIONS.toArray(String[]::new))
                .with(jvmOptions.toArray(String[]::new));
        try (Environment environment = Environment.start(launch, Optional.ofNullable(folder));
                ResponseUrlServer responseUrls = ResponseUrlServer.start()) {
            List<Contender> present =
                    contenders.stream().filter(environment::has).toList();
            contenders.stream()
                    .filter(contender -> !present.contains(contender))
                    .forEach(this::remarkAbsent);
            String machine = Machine.describe(environment);
            warmUp(responseUrls);
            for (int round = 0; round < rounds; round++) measureRound(environment, responseUrls, launch, present);
            report(machine + "* Load average after: " + Machine.loadAverage() + "\n");
        }
        return 0;
    }

    private void remarkAbsent(Contender contender) {
        results.remark(contender.label() + " was skipped: it is not installed on this machine, or could not be.");
    }

    /** Lets the load generator's own code be compiled before it measures anybody. */
    private static void warmUp(ResponseUrlServer responseUrls) {
        new LoadGenerator(responseUrls.url(0, 0), responseUrls, List.of("U1")).run(WARM_UP_RATE, WARM_UP_SECONDS);
    }

    private void measureRound(
            Environment environment, ResponseUrlServer responseUrls, BotLaunch launch, List<Contender> present) {
        results.add(
                Figure.FDATASYNC,
                Contender.SQLITE,
                DiskProbe.fdatasync(environment.folder()).p50());
        LoadBenchmark load =
                new LoadBenchmark(environment, responseUrls, results, new LoadBenchmark.Load(seconds, rates, most));
        StartBenchmark start = new StartBenchmark(
                environment, results, launch, Optional.ofNullable(jdk25).map(Benchmark::javaOf));
        RescueBenchmark rescue = new RescueBenchmark(environment, results, launch, rescues);
        CrowdBenchmark crowd = new CrowdBenchmark(environment, results, launch);
        OpenRescuesBenchmark open =
                new OpenRescuesBenchmark(environment, results, launch, Math.max(seconds, MIN_OPEN_SECONDS));
        TroubleBenchmark trouble =
                new TroubleBenchmark(environment, responseUrls, results, launch, Math.min(seconds, TROUBLE_SECONDS));
        KillUnderLoad kill = new KillUnderLoad(environment, responseUrls, launch);
        attempt(Part.PROVIDER, "Provider", () -> new ProviderBenchmark(environment, results).measure());
        for (Contender contender : present) {
            String label = contender.label();
            attempt(Part.START, label, () -> start.measure(contender));
            attempt(Part.LOAD, label, () -> load.measure(contender, launch));
            attempt(Part.RESCUE, label, () -> rescue.measure(contender));
            attempt(Part.CROWD, label, () -> crowd.measure(contender));
            attempt(Part.OPEN, label, () -> open.measure(contender));
            attempt(Part.TROUBLE, label, () -> trouble.measure(contender));
            if (contender != Contender.PEER)
                attempt(Part.KILL, label, () -> results.remark(label + ", " + kill.run(contender, KILL_RATE, seconds)));
        }
    }

    /** A part that fails leaves its figures out; the others are measured all the same. */
    private void attempt(Part part, String label, Runnable measurement) {
        if (!parts.contains(part)) return;
        try {
            measurement.run();
        } catch (RuntimeException e) {
            results.remark("%s: the part %s failed: %s".formatted(label, part, e.getMessage()));
        }
    }

    private static Path javaOf(Path jdk) {
        return jdk.resolve("bin").resolve("java");
    }

    private void report(String machine) {
        String run = machine + "\n" + new ResultTable(results).markdown();
        System.out.println(run);
        if (keep) PerformancePage.keep(run);
    }
}
