package dev.lifeline.approval;

import dev.lifeline.rescue.Clearance;

/** Who else must agree before this device is launched, and within what time? Asked once, when a request opens. */
@FunctionalInterface
public interface Policy {

    /** The built-in policy: the permission decides, nobody else is asked. */
    Policy PERMISSION_DECIDES = wish -> new Ruling.Asks(Clearance.NONE_NEEDED);

    /**
     * What it says to a wish.
     *
     * @throws DirectorySilent when that hangs on something that Slack does not tell just now; then nobody is waved through
     */
    Ruling ruling(Wish wish);

    /** When a device that stays in rescue is spoken of again. */
    default Rules.Lingering remindInRescue() {
        return Rules.Lingering.USUAL;
    }
}
