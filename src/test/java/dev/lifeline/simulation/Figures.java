package dev.lifeline.simulation;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What a run of simulations came to, in numbers. */
final class Figures {

    private static final int FIELDS = 7;

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

    /** As {@link #parse} reads them. */
    String toFields() {
        return LongStream.of(seeds, rescues, interactions, kills, pauses, events, simulatedHours)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    /** Empty where the text is none. */
    static Optional<Figures> parse(String fields) {
        String[] values = fields.split(" ");
        if (values.length != FIELDS) return Optional.empty();
        Figures figures = new Figures();
        figures.seeds = Long.parseLong(values[0]);
        figures.rescues = Long.parseLong(values[1]);
        figures.interactions = Long.parseLong(values[2]);
        figures.kills = Long.parseLong(values[3]);
        figures.pauses = Long.parseLong(values[4]);
        figures.events = Long.parseLong(values[5]);
        figures.simulatedHours = Long.parseLong(values[6]);
        return Optional.of(figures);
    }

    @Override
    public String toString() {
        return "%d seeds, %d simulated rescues, %d interactions, %d kills, %d pauses, %d steps, %d simulated hours"
                .formatted(seeds, rescues, interactions, kills, pauses, events, simulatedHours);
    }
}
