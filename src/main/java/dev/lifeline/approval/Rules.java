package dev.lifeline.approval;

import dev.lifeline.rescue.Clearance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What does a policy file say? A rule that denies wins over all others; else the first that matches decides; what matches none needs
 * nobody else.
 *
 * @param version tells one edition of the file from another
 * @param remindInRescue when a device that lingers in rescue is spoken of again; empty for never
 */
public record Rules(List<Rule> all, String version, Optional<Lingering> remindInRescue) {

    /** Says what everybody without a policy has. */
    public static final Rules NONE = new Rules(List.of(), "built-in", Optional.empty());

    public Rules {
        all = List.copyOf(all);
    }

    /** How long may a device stay in rescue before it is spoken of, and how often then? */
    public record Lingering(Duration after, Duration every) {}

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
