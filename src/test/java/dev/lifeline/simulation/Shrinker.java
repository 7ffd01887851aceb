package dev.lifeline.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds few faults with which a seed still fails, by leaving out ever smaller parts of them (delta debugging). */
final class Shrinker {

    private final Predicate<Set<String>> failsWithout;
    private int attemptsLeft;

    /** @param failsWithout whether the seed fails without the faults that are named */
    Shrinker(Predicate<Set<String>> failsWithout, int attempts) {
        this.failsWithout = failsWithout;
        this.attemptsLeft = attempts;
    }

    /** The faults that are left out of the smallest failing run that was found. */
    Set<String> shrink(List<String> faults) {
        List<String> needed = List.copyOf(faults);
        Set<String> leftOut = new HashSet<>();
        int parts = 2;
        while (parts <= 2 * needed.size() && attemptsLeft > 0) {
            List<String> removable = findRemovable(needed, leftOut, parts);
            if (removable.isEmpty()) {
                parts *= 2;
                continue;
            }
            leftOut.addAll(removable);
            needed = without(needed, removable);
            parts = Math.max(2, parts - 1);
        }
        return leftOut;
    }

    private List<String> findRemovable(List<String> needed, Set<String> leftOut, int parts) {
        int size = Math.max(1, (needed.size() + parts - 1) / parts);
        for (int from = 0; from < needed.size() && attemptsLeft > 0; from += size) {
            List<String> part = needed.subList(from, Math.min(needed.size(), from + size));
            Set<String> tried = new HashSet<>(leftOut);
            tried.addAll(part);
            attemptsLeft--;
            if (failsWithout.test(tried)) return part;
        }
        return List.of();
    }

    private static List<String> without(List<String> all, List<String> removed) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(removed);
        return rest;
    }
}
