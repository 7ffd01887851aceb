package dev.lifeline.benchmark;

import dev.lifeline.benchmark.Results.RateFigures;
import java.util.List;
import java.util.function.Consumer;

/**
 * Signed slash commands at steady rates against a freshly started server: cold, warm, at several rates, in a burst, and at the highest
 * rate that it holds.
 */
final class LoadBenchmark {

    private static final int WARM_RATE = 300;
    private static final int BURST_RATE = 1_000;
    private static final int COLD_SECONDS = 10;
    private static final int BURST_SECONDS = 10;

    /** How long the answers of one run are waited for. */
    private static final long DRAIN_SECONDS = 60;

    /** The same between two steps of the search for the highest rate. */
    private static final long STEP_DRAIN_SECONDS = 5;

    private static final int MIN_STEP_SECONDS = 3;

    private static final double MAX_P99_MILLIS = 100;
    private static final double MIN_HELD_SHARE = 0.98;
    private static final List<Integer> STEPS =
            List.of(200, 250, 320, 400, 500, 630, 800, 1_000, 1_250, 1_600, 2_000, 2_500, 3_200, 4_000, 5_000, 6_300);

    private final Environment environment;
    private final ResponseUrlServer responseUrls;
    private final List<String> userIds;
    private final Results results;
    private final Load load;

    /**
     * How long and how fast.
     *
     * @param seconds of each run
     * @param rates besides 300/s and 1,000/s
     * @param findsMost whether the highest rate is looked for
     */
    record Load(int seconds, List<Integer> rates, boolean findsMost) {}

    LoadBenchmark(Environment environment, ResponseUrlServer responseUrls, Results results, Load load) {
        this.environment = environment;
        this.responseUrls = responseUrls;
        this.userIds = environment.userIds();
        this.results = results;
        this.load = load;
    }

    /** One round with one contender. */
    void measure(Contender contender, BotLaunch botLaunch) {
        onFreshServer(contender, botLaunch, this::measureRates);
        if (load.findsMost()) onFreshServer(contender, botLaunch, Round::most);
    }

    private void onFreshServer(Contender contender, BotLaunch botLaunch, Consumer<Round> part) {
        try (Target target = environment.launch(contender, botLaunch)) {
            target.awaitReady();
            part.accept(new Round(contender, target, new LoadGenerator(target.endpoint(), responseUrls, userIds)));
        }
    }

    private void measureRates(Round round) {
        round.ready();
        round.cold();
        round.warm();
        load.rates().stream().filter(rate -> rate < BURST_RATE).forEach(round::atRate);
        round.burst();
        load.rates().stream().filter(rate -> rate > BURST_RATE).forEach(round::atRate);
    }

    /** What is done with one server. */
    private final class Round {
        private final Contender contender;
        private final Target target;
        private final LoadGenerator generator;

        private Round(Contender contender, Target target, LoadGenerator generator) {
            this.contender = contender;
            this.target = target;
            this.generator = generator;
        }

        private boolean isBot() {
            return contender != Contender.PEER;
        }

        private void add(Figure figure, double value) {
            results.add(figure, contender, value);
        }

        private void ready() {
            add(Figure.RESIDENT_READY, target.usage().residentMegabytes());
        }

        private void cold() {
            LoadRun run = runAndDrain(WARM_RATE, Math.min(COLD_SECONDS, load.seconds()));
            add(Figure.COLD_P50, run.acknowledgements().p50());
            add(Figure.COLD_P99, run.acknowledgements().p99());
        }

        private void warm() {
            long cpuBefore = target.usage().cpuMillis();
            long commitsBefore = target.commits().getAsLong();
            LoadRun run = runAndDrain(WARM_RATE, load.seconds());
            add(Figure.CPU_MILLIS, (double) (target.usage().cpuMillis() - cpuBefore) / run.commands());
            add(Figure.WARM_P50, run.acknowledgements().p50());
            add(Figure.WARM_P99, run.acknowledgements().p99());
            addRate(run);
            if (!isBot()) return;
            add(Figure.COMMITS, (double) (target.commits().getAsLong() - commitsBefore) / run.commands());
            add(Figure.ANSWERED_IN_TIME, 100 * run.answeredWithin(2));
        }

        private void atRate(int rate) {
            addRate(runAndDrain(rate, load.seconds()));
        }

        private void addRate(LoadRun run) {
            Latencies acks = run.acknowledgements();
            results.addRate(
                    run.ratePerSecond(), contender, new RateFigures(acks.p50(), acks.p99(), run.achievedRate()));
        }

        private void burst() {
            LoadRun run = runAndDrain(BURST_RATE, Math.min(BURST_SECONDS, load.seconds()));
            addRate(run);
            if (isBot()) add(Figure.BACKLOG_SECONDS, run.backlogSeconds());
            add(Figure.RESIDENT_AFTER, target.usage().residentMegabytes());
            add(Figure.THREADS, target.usage().threads());
        }

        /** Goes up until a rate is not held twice. */
        private void most() {
            runAndDrain(WARM_RATE, load.seconds());
            int held = 0;
            for (int rate : STEPS) {
                if (!holds(rate) && !holds(rate)) break;
                held = rate;
            }
            add(Figure.MOST_PER_SECOND, held);
        }

        /** The last run's answers may still be under way: what is held is the acknowledgement. */
        private boolean holds(int rate) {
            LoadRun run = generator.run(rate, Math.max(MIN_STEP_SECONDS, load.seconds() / 3));
            if (isBot()) run.awaitAnswers(STEP_DRAIN_SECONDS);
            log(run);
            return run.acknowledgements().p99() < MAX_P99_MILLIS && run.achievedRate() >= MIN_HELD_SHARE * rate;
        }

        /** One run, and the wait for its answers where there are to be some. */
        private LoadRun runAndDrain(int rate, int seconds) {
            LoadRun run = generator.run(rate, seconds);
            if (isBot()) remarkUnanswered(run, run.awaitAnswers(DRAIN_SECONDS));
            log(run);
            return run;
        }

        private void remarkUnanswered(LoadRun run, boolean all) {
            if (!all)
                results.remark("%s: of the commands at %,d/s some were unanswered after %d s."
                        .formatted(contender.label(), run.ratePerSecond(), DRAIN_SECONDS));
            if (run.answeredTwice() > 0)
                results.remark("%s: of the commands at %,d/s %d were answered twice."
                        .formatted(contender.label(), run.ratePerSecond(), run.answeredTwice()));
        }

        private void log(LoadRun run) {
            Latencies acks = run.acknowledgements();
            System.out.printf(
                    "%-10s %,5d/s: p50 %.2f ms, p99 %.1f ms, %.0f/s acknowledged; %d refused, %d failed, %d unanswered%n",
                    contender.label(),
                    run.ratePerSecond(),
                    acks.p50(),
                    acks.p99(),
                    run.achievedRate(),
                    run.count(LoadRun.Outcome.REFUSED),
                    run.count(LoadRun.Outcome.FAILED),
                    isBot() ? run.unanswered() : 0);
        }
    }
}
