package dev.lifeline.store;

import java.util.Arrays;
import java.util.List;

/**
 * Who does which work? Most of the time hands wait for somebody else's server, and where it hangs all that wait for it are full. So each
 * kind has its own: asks wait for Slack and the provider, steps for the provider, deliveries for Slack, and none keeps another waiting.
 */
enum Hands {
    ANSWERING(24),
    STEPPING(12),
    DELIVERING(12);

    private final int count;

    Hands(int count) {
        this.count = count;
    }

    /** How many there are on one replica. */
    int count() {
        return count;
    }

    /** What they do. */
    List<Errand> errands() {
        return Arrays.stream(Errand.values())
                .filter(errand -> errand.hands() == this)
                .toList();
    }
}
