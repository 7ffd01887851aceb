package dev.lifeline.rescue;

import dev.lifeline.device.Inspection;
import dev.lifeline.device.Transaction;
import java.util.ArrayList;
import java.util.List;

/**
 * What about a machine is not as it was when people were asked?
 *
 * @param was as the provider says it; empty for none
 */
public record Drift(What what, String was, String is) {

    /** Of what can differ, only that which a person would want to know before agreeing. */
    public enum What {
        POWER,
        TRANSACTION
    }

    /** Everything that differs; empty when a vote for the plan still means what it meant. */
    public static List<Drift> between(Inspection then, Inspection now) {
        List<Drift> drifts = new ArrayList<>();
        if (then.condition().power() != now.condition().power())
            drifts.add(new Drift(
                    What.POWER,
                    then.condition().power().name(),
                    now.condition().power().name()));
        if (!transaction(then).equals(transaction(now)))
            drifts.add(new Drift(What.TRANSACTION, wording(then), wording(now)));
        return drifts;
    }

    /** The id of the transaction that holds the machine; empty for none. */
    static String transaction(Inspection seen) {
        return seen.condition()
                .running()
                .map(Transaction::id)
                .map(id -> Long.toString(id))
                .orElse("");
    }

    private static String wording(Inspection seen) {
        return seen.condition().running().map(Transaction::wording).orElse("");
    }
}
