package dev.lifeline.job;

import java.time.Duration;

/** A round over everything that is polled. One replica at a time runs it. */
@FunctionalInterface
public interface Poller {

    /**
     * Polls everything once. An exception has the round repeated after a growing pause (1 s to 60 s).
     *
     * @return the pause until the next round; the engine cuts it short when something new is to be polled
     */
    Duration poll();
}
