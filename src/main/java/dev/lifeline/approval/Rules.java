package dev.lifeline.approval;

import dev.lifeline.rescue.Clearance;
import java.time.Duration;
import java.util.List;

/**
 * What does a policy file say? A rule that denies wins over all others; else the first that matches decides; what matches none needs
 * nobody else.
 *
 * @param version tells one edition of the file from another
 * @param remindInRescue when a device that lingers in rescue is spoken of
 */
public record Rules(List<Rule> all, String version, Lingering remindInRescue) {

    /** Says what everybody without a policy has. */
    public static final Rules NONE = new Rules(List.of(), "built-in", Lingering.USUAL);

    public Rules {
        all = List.copyOf(all);
    }

    /** How long may a device stay in rescue before it is spoken of, and how often then? */
    public record Lingering(Duration after, Duration every) {

        /** Where nothing says otherwise: a device is never forgotten. */
        public static final Lingering USUAL = new Lingering(Duration.ofHours(2), Duration.ofHours(1));
    }

    /** The ruling on a wish. */
    public Ruling on(Wish wish, Directory directory) {
        List<Rule> matching =
                all.stream().filter(rule -> rule.match().holds(wish, directory)).toList();
        return matching.stream()
                .map(Rule::ruling)
                .filter(Ruling.Denied.class::isInstance)
                .findFirst()
                .or(() -> matching.stream().map(Rule::ruling).findFirst())
                .orElseGet(this::unasked);
    }

    private Ruling unasked() {
        Clearance none = Clearance.NONE_NEEDED;
        return new Ruling.Asks(new Clearance("", version, none.agreement(), none.terms(), none.startWithin()));
    }
}
