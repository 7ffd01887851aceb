package dev.lifeline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of all rounds of a run. Not thread-safe. */
final class Results {

    record Key(Figure figure, Contender contender) {}

    /** A run at one rate, for the second table. */
    record RateKey(int ratePerSecond, Contender contender) {}

    /** @param achieved commands acknowledged a second */
    record RateFigures(double p50, double p99, double achieved) {}

    private final Map<Figure, Map<Contender, List<Double>>> figures = new TreeMap<>();
    private final Map<Integer, Map<Contender, List<RateFigures>>> rates = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    void add(Figure figure, Contender contender, double value) {
        figures.computeIfAbsent(figure, any -> new TreeMap<>())
                .computeIfAbsent(contender, any -> new ArrayList<>())
                .add(value);
    }

    void addRate(int ratePerSecond, Contender contender, RateFigures measured) {
        rates.computeIfAbsent(ratePerSecond, any -> new TreeMap<>())
                .computeIfAbsent(contender, any -> new ArrayList<>())
                .add(measured);
    }

    /** Something that a reader of the table has to know, once. */
    void remark(String remark) {
        if (!remarks.contains(remark)) remarks.add(remark);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    Spread of(Key key) {
        return new Spread(figures.getOrDefault(key.figure(), Map.of()).getOrDefault(key.contender(), List.of()));
    }

    double median(Figure figure, Contender contender) {
        Spread spread = of(new Key(figure, contender));
        return spread.isEmpty() ? Double.NaN : spread.median();
    }

    /** The peer's median of the same figure; empty where the peer was not measured. */
    Optional<Double> peer(Key own) {
        return Optional.of(median(own.figure(), Contender.PEER)).filter(value -> !value.isNaN());
    }

    List<Integer> rates() {
        return List.copyOf(rates.keySet());
    }

    List<RateFigures> ofRate(RateKey key) {
        return rates.getOrDefault(key.ratePerSecond(), Map.of()).getOrDefault(key.contender(), List.of());
    }
}
