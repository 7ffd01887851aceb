package dev.lifeline.simulation;

/** What a run of simulations came to, in numbers. */
final class Figures {

    private long seeds;
    private long rescues;
    private long interactions;
    private long kills;
    private long pauses;
    private long events;
    private long simulatedHours;

    void countKill() {
        kills++;
    }

    void countPause() {
        pauses++;
    }

    void countRescue() {
        rescues++;
    }

    void countInteraction() {
        interactions++;
    }

    /** Adds what one seed came to. */
    void countSeed(long executedEvents, long hours) {
        seeds++;
        events += executedEvents;
        simulatedHours += hours;
    }

    void add(Figures other) {
        seeds += other.seeds;
        rescues += other.rescues;
        interactions += other.interactions;
        kills += other.kills;
        pauses += other.pauses;
        events += other.events;
        simulatedHours += other.simulatedHours;
    }

    long seeds() {
        return seeds;
    }

    long rescues() {
        return rescues;
    }

    long events() {
        return events;
    }

    @Override
    public String toString() {
        return "%d seeds, %d simulated rescues, %d interactions, %d kills, %d pauses, %d steps, %d simulated hours"
                .formatted(seeds, rescues, interactions, kills, pauses, events, simulatedHours);
    }
}
