package dev.lifeline.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** From the start of the bot's process until it is ready: plainly, and with an archive of its classes made before. */
final class StartBenchmark {

    private final Environment environment;
    private final Results results;
    private final BotLaunch launch;

    /** The {@code java} of a JDK 25, where there is one. */
    private final Optional<Path> javaWithAot;

    StartBenchmark(Environment environment, Results results, BotLaunch launch, Optional<Path> javaWithAot) {
        this.environment = environment;
        this.results = results;
        this.launch = launch;
        this.javaWithAot = javaWithAot;
    }

    /** One round with one contender. */
    void measure(Contender contender) {
        if (contender == Contender.PEER) return;
        results.add(Figure.START_PLAIN, contender, secondsToReady(contender, launch));
        withArchive(contender);
        javaWithAot.ifPresentOrElse(
                java -> withAotCache(contender, java),
                () -> results.remark("No JDK 25 was given (`--jdk25`), so no start with an AOT cache was measured."));
    }

    private void withArchive(Contender contender) {
        Path archive = environment.folder().resolve("lifeline.jsa");
        if (!Files.exists(archive)) trainOnce(contender, launch.with("-XX:ArchiveClassesAtExit=" + archive));
        results.add(
                Figure.START_ARCHIVE,
                contender,
                secondsToReady(contender, launch.with("-XX:SharedArchiveFile=" + archive)));
    }

    /** https://openjdk.org/jeps/514 */
    private void withAotCache(Contender contender, Path java) {
        Path cache = environment.folder().resolve("lifeline.aot");
        BotLaunch onJdk25 = launch.withJava(java);
        if (!Files.exists(cache)) trainOnce(contender, onJdk25.with("-XX:AOTCacheOutput=" + cache));
        results.add(Figure.START_AOT, contender, secondsToReady(contender, onJdk25.with("-XX:AOTCache=" + cache)));
    }

    private void trainOnce(Contender contender, BotLaunch training) {
        try (Target target = environment.launch(contender, training)) {
            target.awaitReady();
        }
    }

    private double secondsToReady(Contender contender, BotLaunch botLaunch) {
        long start = System.nanoTime();
        try (Target target = environment.launch(contender, botLaunch)) {
            target.awaitReady();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%-10s ready after %.2f s %s%n", contender.label(), seconds, botLaunch.jvmOptions());
            return seconds;
        }
    }
}
