package dev.lifeline.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commands at a steady rate while something else is in trouble: commits take 200 ms, the database stops for 10 s, or Slack and the response
 * URLs accept calls and answer none.
 */
final class TroubleBenchmark {

    private static final int RATE = 300;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final long COMMIT_MILLIS = 200;
    private static final long STOP_MILLIS = 10_000;
    private static final int SECONDS_BEFORE_STOP = 3;

    /** The stop, and long enough after it to see whether five seconds suffice. */
    private static final int STOP_RUN_SECONDS = SECONDS_BEFORE_STOP + 10 + 10;

    private static final int PERCENT = 100;
    private static final long DRAIN_SECONDS = 60;
    private static final long USAGE_POLL_MILLIS = 100;

    private final Environment environment;
    private final ResponseUrlServer responseUrls;
    private final Results results;
    private final BotLaunch launch;
    private final int seconds;

    /** @param seconds of each run but that with the stop */
    TroubleBenchmark(
            Environment environment, ResponseUrlServer responseUrls, Results results, BotLaunch launch, int seconds) {
        this.environment = environment;
        this.responseUrls = responseUrls;
        this.results = results;
        this.launch = launch;
        this.seconds = seconds;
    }

    /** One round with one contender. */
    void measure(Contender contender) {
        if (contender == Contender.PEER) return;
        try (DatabaseTrouble trouble = DatabaseTrouble.of(contender, environment.newDatabase(contender));
                Target bot = environment.launchBot(trouble.database(), FreePort.find(), launch)) {
            bot.awaitReady();
            new Round(contender, trouble, bot).measure();
        }
    }

    /** What is done with one bot. */
    private final class Round {

        private final Contender contender;
        private final DatabaseTrouble trouble;
        private final Target bot;
        private final LoadGenerator generator;

        private Round(Contender contender, DatabaseTrouble trouble, Target bot) {
            this.contender = contender;
            this.trouble = trouble;
            this.bot = bot;
            this.generator = new LoadGenerator(bot.endpoint(), responseUrls, environment.userIds());
        }

        private void measure() {
            runAndDrain("warm up", seconds);
            add(Figure.CALM_P99, runAndDrain("calm", seconds).acknowledgements().p99());
            slowCommits();
            stop();
            hang();
        }

        private void add(Figure figure, double value) {
            results.add(figure, contender, value);
        }

        private void slowCommits() {
            AtomicBoolean ended = new AtomicBoolean();
            CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> trouble.slowCommits(COMMIT_MILLIS, ended));
            LoadRun run = generator.run(RATE, seconds);
            ended.set(true);
            slow.join();
            run.awaitAnswers(DRAIN_SECONDS);
            log("slow commits", run);
            add(Figure.SLOW_COMMIT_LONGEST, run.acknowledgements().percentile(1));
            add(Figure.SLOW_COMMIT_BUSY, PERCENT * (double) run.count(LoadRun.Outcome.REFUSED) / run.commands());
        }

        private void stop() {
            AtomicLong returnedNanos = new AtomicLong();
            CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> {
                ChildProcess.pause((long) SECONDS_BEFORE_STOP * MILLIS_PER_SECOND);
                trouble.stop(STOP_MILLIS);
                returnedNanos.set(System.nanoTime());
            });
            AtomicBoolean ended = new AtomicBoolean();
            CompletableFuture<Double> resident = CompletableFuture.supplyAsync(() -> mostResident(ended));
            LoadRun run = generator.run(RATE, STOP_RUN_SECONDS);
            stop.join();
            run.awaitAnswers(DRAIN_SECONDS);
            ended.set(true);
            log("stopped", run);
            add(Figure.STOPPED_LONGEST, run.acknowledgements().percentile(1));
            add(Figure.STOPPED_RECOVERY, run.secondsUntilPrompt(returnedNanos.get()));
            add(Figure.STOPPED_UNANSWERED, run.unanswered());
            add(Figure.STOPPED_RESIDENT, resident.join());
        }

        private double mostResident(AtomicBoolean ended) {
            double most = 0;
            while (!ended.get()) {
                most = Math.max(most, bot.usage().residentMegabytes());
                ChildProcess.pause(USAGE_POLL_MILLIS);
            }
            return most;
        }

        /** The fake's process stops: its port still takes connections, and nobody reads from them. */
        private void hang() {
            environment.slack().process().signal("STOP");
            responseUrls.hang(true);
            LoadRun run;
            try {
                run = generator.run(RATE, seconds);
            } finally {
                responseUrls.hang(false);
                environment.slack().process().signal("CONT");
            }
            run.awaitAnswers(DRAIN_SECONDS);
            log("hanging", run);
            add(Figure.HANGING_P99, run.acknowledgements().p99());
        }

        private LoadRun runAndDrain(String name, int runSeconds) {
            LoadRun run = generator.run(RATE, runSeconds);
            run.awaitAnswers(DRAIN_SECONDS);
            log(name, run);
            return run;
        }

        private void log(String name, LoadRun run) {
            Latencies responses = run.acknowledgements();
            System.out.printf(
                    "%-10s %s, %d/s: p50 %.2f ms, p99 %.1f ms, longest %.0f ms; %d refused, %d failed, %d unanswered, %d twice%n",
                    contender.label(),
                    name,
                    RATE,
                    responses.p50(),
                    responses.p99(),
                    responses.percentile(1),
                    run.count(LoadRun.Outcome.REFUSED),
                    run.count(LoadRun.Outcome.FAILED),
                    run.unanswered(),
                    run.answeredTwice());
        }
    }
}
