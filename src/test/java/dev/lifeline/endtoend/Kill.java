package dev.lifeline.endtoend;

/**
 * When does the bot die?
 *
 * @param point at the earliest
 * @param delayMillis so long after it
 */
record Kill(KillPoint point, long delayMillis) {

    static Kill at(KillPoint point) {
        return new Kill(point, 0);
    }

    @Override
    public String toString() {
        return point + "+" + delayMillis + "ms";
    }
}
