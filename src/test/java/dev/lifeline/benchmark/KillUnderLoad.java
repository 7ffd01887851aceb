package dev.lifeline.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Kills the bot in the middle of a burst of commands and starts it again at once, on the same port and database. */
final class KillUnderLoad {

    private static final int MILLIS_PER_SECOND = 1_000;
    private static final long ANSWER_TIMEOUT_SECONDS = 90;

    /** Longer than a dead replica's jobs take to be taken over, so that a second answer would have come. */
    private static final long SECOND_ANSWER_MILLIS = 8_000;

    private static final int WARM_UP_RATE = 50;
    private static final int MAX_WARM_UP_SECONDS = 60;

    private final Environment environment;
    private final ResponseUrlServer responseUrls;
    private final BotLaunch launch;

    KillUnderLoad(Environment environment, ResponseUrlServer responseUrls, BotLaunch launch) {
        this.environment = environment;
        this.responseUrls = responseUrls;
        this.launch = launch;
    }

    /**
     * What became of the commands.
     *
     * @param lost acknowledged and never answered: none is allowed
     * @param answeredTwice at most one for each person: the reply that was under way at the kill (decision 0007)
     * @param answeredTwiceSinceKill those among them whose first answer came after the kill: none is allowed
     * @param answeredUnacknowledged stored before the kill, which took the response
     */
    record Outcome(
            long acknowledged,
            long notAcknowledged,
            long lost,
            long answeredTwice,
            long answeredTwiceSinceKill,
            long answeredUnacknowledged) {

        private static Outcome of(LoadRun run, long killedNanos) {
            long acknowledged = run.count(LoadRun.Outcome.ACKED) + run.count(LoadRun.Outcome.ANSWERED);
            return new Outcome(
                    acknowledged,
                    run.commands() - acknowledged,
                    run.unanswered(),
                    run.answeredTwice(),
                    run.answeredTwiceSince(killedNanos),
                    run.answeredUnacknowledged());
        }

        @Override
        public String toString() {
            return "killed under load: %,d acknowledged, %,d not; lost %d, answered twice %d (%d of them first after the kill), answered though not acknowledged %d."
                    .formatted(
                            acknowledged,
                            notAcknowledged,
                            lost,
                            answeredTwice,
                            answeredTwiceSinceKill,
                            answeredUnacknowledged);
        }
    }

    /**
     * Kills once, in the middle of so many seconds; returns when everything acknowledged is answered, or after 90 s.
     *
     * @param ratePerSecond commands a second
     */
    Outcome run(Contender contender, int ratePerSecond, int seconds) {
        BotDatabase database = environment.newDatabase(contender);
        int port = FreePort.find();
        Target first = environment.launchBot(database, port, launch);
        first.awaitReady();
        LoadGenerator generator = new LoadGenerator(first.endpoint(), responseUrls, environment.userIds());
        warmUp(generator);
        AtomicLong killedNanos = new AtomicLong();
        CompletableFuture<Target> second = CompletableFuture.supplyAsync(() -> {
            ChildProcess.pause((long) seconds * MILLIS_PER_SECOND / 2);
            first.process().kill();
            killedNanos.set(System.nanoTime());
            return environment.launchBot(database, port, launch);
        });
        LoadRun run = generator.run(ratePerSecond, seconds);
        try (Target restarted = second.join()) {
            restarted.awaitReady();
            run.awaitAnswers(ANSWER_TIMEOUT_SECONDS);
            ChildProcess.pause(SECOND_ANSWER_MILLIS);
        }
        return Outcome.of(run, killedNanos.get());
    }

    /** On a machine that others keep busy the first commands of a process take longer than an acknowledgement may, and are all refused. */
    private static void warmUp(LoadGenerator generator) {
        for (int second = 0; second < MAX_WARM_UP_SECONDS; second++) {
            LoadRun run = generator.run(WARM_UP_RATE, 1);
            if (run.count(LoadRun.Outcome.ACKED) == run.commands()) return;
        }
    }
}
