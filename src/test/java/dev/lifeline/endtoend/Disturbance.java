package dev.lifeline.endtoend;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What happens to processes that serve. */
enum Disturbance {
    /** SIGKILL. */
    KILL("kill -9") {
        @Override
        void strike(List<RestartableBot> bots) {
            bots.forEach(bot -> bot.process().kill());
        }
    },
    /** SIGSTOP for longer than a lease, then SIGCONT: a paused machine, or a collection that takes too long. */
    PAUSE("SIGSTOP, 10 s, SIGCONT") {
        @Override
        void strike(List<RestartableBot> bots) {
            bots.forEach(bot -> bot.process().signal("STOP"));
            Awaitility.await()
                    .pollDelay(PAUSE_TIME)
                    .atMost(PAUSE_TIME.multipliedBy(2))
                    .until(() -> true);
            bots.forEach(bot -> bot.process().signal("CONT"));
        }
    },
    /** SIGTERM, as an orchestrator sends it. */
    TERMINATE("SIGTERM") {
        @Override
        void strike(List<RestartableBot> bots) {
            bots.forEach(bot -> bot.process().terminate());
            bots.forEach(bot -> bot.process().awaitExitWithin(MAX_SHUTDOWN));
        }
    };

    private static final Duration PAUSE_TIME = Duration.ofSeconds(10);
    private static final Duration MAX_SHUTDOWN = Duration.ofSeconds(10);

    private final String label;

    Disturbance(String label) {
        this.label = label;
    }

    /** Sends the signals; returns when the processes have ended, or go on. */
    abstract void strike(List<RestartableBot> bots);

    /** Whether the processes are gone afterwards. */
    boolean ends() {
        return this != PAUSE;
    }

    String label() {
        return label;
    }
}
