package dev.lifeline.process;

/**
 * When does the bot die?
 *
 * @param moment at the earliest
 * @param millis so long after it
 */
record Kill(Moment moment, long millis) {

    static Kill at(Moment moment) {
        return new Kill(moment, 0);
    }

    @Override
    public String toString() {
        return moment + "+" + millis + "ms";
    }
}
