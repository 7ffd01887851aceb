package dev.lifeline.rescue.monitor;

import java.time.Duration;

/**
 * How long is waited before something is said or given up?
 *
 * @param firstSign from an order to the first sign that something begins (softlayer.md 3.3 suggests 2 to 3 minutes); longer than its
 *     answer can take, so that whoever still waits for one is not overtaken
 * @param launch from the order to giving up where nothing ever began
 * @param boot until a boot is said to take too long
 * @param noAnswerGrace how long after the provider's job ended a device that does not answer is taken to be where it should, on the
 *     provider's word alone
 * @param exit from the answer to an order to return until that is said to take too long
 */
public record RescueTimeouts(
        Duration firstSign, Duration launch, Duration boot, Duration noAnswerGrace, Duration exit) {

    public static final RescueTimeouts DEFAULT = new RescueTimeouts(
            Duration.ofMinutes(3),
            Duration.ofMinutes(15),
            Duration.ofMinutes(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(15));

    /** Of the provider's own minutes only what the device does, not what people and networks do: where those pass faster. */
    public RescueTimeouts scaledForSandbox(double speed) {
        Duration soon = Duration.ofMillis(Math.round(noAnswerGrace.toMillis() * 2 / Math.max(2, speed)));
        return new RescueTimeouts(firstSign, launch, boot, soon, exit);
    }
}
