package dev.lifeline.benchmark;

import java.util.Optional;

/** What is measured of a contender, with the goal where there is one. The order is that of the table. */
enum Figure {
    FDATASYNC("`fdatasync` of 4 kB on this disk, median, ms", Goal.none()),
    WARM_P50(
            "300/s, p50, ms",
            new Goal(
                    "≤ bolt-js + 2 × `fdatasync`",
                    (all, own) -> all.peer(own).map(peer -> peer + 2 * all.median(FDATASYNC, Contender.SQLITE)))),
    WARM_P99(
            "300/s, p99, ms",
            new Goal("≤ 1.5 × bolt-js", (all, own) -> all.peer(own).map(peer -> 1.5 * peer))),
    COLD_P50("first 10 s after ready at 300/s, p50, ms", Goal.none()),
    COLD_P99(
            "first 10 s after ready at 300/s, p99, ms",
            new Goal("≤ 150, and ≤ 10 × bolt-js", (all, own) -> all.peer(own).map(peer -> Math.min(150, 10 * peer)))),
    MOST_PER_SECOND(
            "most commands/s held with p99 under 100 ms",
            Goal.atLeast("PostgreSQL ≥ bolt-js, SQLite ≥ 0.8 × bolt-js", Figure::mostPerSecond)),
    ANSWERED_IN_TIME("300/s, answered within 2 s, %", Goal.atLeast("100", (all, own) -> Optional.of(100.0))),
    BACKLOG_SECONDS("backlog gone after a burst of 1,000/s, s", Goal.atMost("≤ 20", 20)),
    COMMITS("durable writes a command, answer included, 300/s", Goal.atMost("≤ 0.5", 0.5)),
    CPU_MILLIS("CPU a command, answer included, 300/s, ms", Goal.atMost("≤ 1.0", 1.0)),
    RESIDENT_READY("RSS when ready, MB", Goal.atMost("≤ 130", 130)),
    RESIDENT_AFTER("RSS after the 1,000/s run, MB", Goal.atMost("≤ 200", 200)),
    THREADS("threads after the 1,000/s run", Goal.none()),
    SLOW_COMMIT_LONGEST(
            "a commit takes 200 ms, 300/s: longest wait for the acknowledgement or *busy*, ms",
            Goal.atMost("≤ 2,000", 2_000)),
    SLOW_COMMIT_BUSY("the same: told that the bot is busy, %", Goal.none()),
    STOPPED_LONGEST(
            "the database stops for 10 s, 300/s: longest wait for the acknowledgement or *busy*, ms",
            Goal.atMost("≤ 2,000", 2_000)),
    STOPPED_RECOVERY(
            "the same: from its return until every command is acknowledged within a second, s", Goal.atMost("≤ 5", 5)),
    STOPPED_UNANSWERED("the same: acknowledged and never answered", Goal.atMost("0", 0)),
    STOPPED_RESIDENT("the same: RSS at most, MB", Goal.atMost("≤ 300", 300)),
    CALM_P99("before Slack hangs: 300/s, p99, ms", Goal.none()),
    HANGING_P99(
            "Slack and response URLs hang: 300/s, p99, ms",
            new Goal("≤ 2 × before", (all, own) -> Optional.of(2 * all.median(CALM_P99, own.contender())))),
    START_PLAIN("start to ready, s", Goal.atMost("≤ 2.0", 2.0)),
    START_ARCHIVE("start to ready with a class-data archive, s", Goal.atMost("≤ 1.2", 1.2)),
    START_AOT("start to ready on JDK 25 with an AOT cache, s", Goal.atMost("≤ 1.0", 1.0)),
    MESSAGE_P50("`/rescue` → message in the channel, p50, ms", Goal.none()),
    MESSAGE_P99("`/rescue` → message in the channel, p99, ms", Goal.atMost("≤ 60", 60)),
    PROVIDER_CALL_P99("Yes → the provider has the call, p99, ms", Goal.atMost("≤ 100", 100)),
    REMOTE_MESSAGE_P99("the same where each call to Slack takes 80 ms and TLS: message, p99, ms", Goal.none()),
    REMOTE_PROVIDER_CALL_P99(
            "the same where each call to Slack takes 80 ms and TLS: provider call, p99, ms", Goal.none()),
    REMOTE_CONNECTIONS("the same: new connections to Slack a rescue", Goal.atMost("≤ 3", 3)),
    WEB_API_CALLS("Web API calls a rescue, Yes to closed", Goal.atMost("≤ 25", 25)),
    STATE_SHOWN_P90("seven rescues in one channel: state → its message, p90, s", Goal.atMost("≤ 3", 3)),
    THREAD_LINE_P90("seven rescues in one channel: thread line → Slack, p90, s", Goal.atMost("≤ 5", 5)),
    RESCUE_THREADS("threads, seven rescues under way", Goal.atMost("≤ 60", 60)),
    TICK_CALLS_1("provider calls a tick, 1 open rescue", Goal.atMost("2", 2)),
    TICK_CALLS_100("provider calls a tick, 100 open rescues", Goal.atMost("2", 2)),
    TICK_CALLS_1000("provider calls a tick, 1,000 open rescues", Goal.atMost("20", 20)),
    TYPE_AHEAD_P99("type-ahead over 100,000 devices, p99, ms", Goal.atMost("≤ 5", 5)),
    INVENTORY_MEGABYTES("memory of the inventory of 100,000 devices, MB", Goal.atMost("≤ 60", 60)),
    OPEN_CPU_SHARE("1,000 rescues open: processors used", Goal.atMost("≤ 0.5", 0.5)),
    OPEN_HEAP("1,000 rescues open: heap after a collection, MB", Goal.atMost("≤ 256", 256)),
    OPEN_LATENESS("1,000 rescues open: lateness of a step, p99, s", Goal.atMost("≤ 1", 1));

    private final String label;
    private final Goal goal;

    Figure(String label, Goal goal) {
        this.label = label;
        this.goal = goal;
    }

    String label() {
        return label;
    }

    Goal goal() {
        return goal;
    }

    private static Optional<Double> mostPerSecond(Results all, Results.Key own) {
        double share = own.contender() == Contender.POSTGRESQL ? 1.0 : 0.8;
        return all.peer(own).map(peer -> share * peer);
    }
}
