package dev.lifeline.endtoend;

/**
 * A SIGKILL at a point of a rescue.
 *
 * @param point the point that the rescue has reached
 * @param delayMillis delay after that point
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
