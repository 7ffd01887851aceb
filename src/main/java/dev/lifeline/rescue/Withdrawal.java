package dev.lifeline.rescue;

/**
 * Why a launch whose command may have been sent is given up: it is closed so once the device has shown for long enough that nothing began,
 * and watched on where something did (src/docs/decisions/0030-a-launch-that-was-sent-once-is-given-up-after-several-looks.md).
 *
 * @param detail for the operator
 * @param event what the thread is told then
 * @param turnedAway whether the provider answered that it did nothing; otherwise the answer is not known
 */
public record Withdrawal(CloseReason closeReason, String detail, RescueEvent event, boolean turnedAway) {

    /** The same after the provider turned the command away. */
    Withdrawal afterTurnedAway() {
        return new Withdrawal(closeReason, detail, event, true);
    }
}
