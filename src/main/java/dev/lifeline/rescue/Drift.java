package dev.lifeline.rescue;

import dev.lifeline.device.Inspection;
import dev.lifeline.device.Transaction;
import java.util.ArrayList;
import java.util.List;

/**
 * What about a machine is not as it was when people were asked?
 *
 * @param previousValue as the provider says it; empty for none
 */
public record Drift(Attribute attribute, String previousValue, String currentValue) {

    /** Of what can differ, only that which a person would want to know before agreeing. */
    public enum Attribute {
        POWER,
        TRANSACTION
    }

    /** Everything that differs; empty when a vote for the plan still means what it meant. */
    public static List<Drift> between(Inspection then, Inspection now) {
        List<Drift> drifts = new ArrayList<>();
        if (then.status().powerState() != now.status().powerState())
            drifts.add(new Drift(
                    Attribute.POWER,
                    then.status().powerState().name(),
                    now.status().powerState().name()));
        if (!runningTransactionId(then).equals(runningTransactionId(now)))
            drifts.add(new Drift(Attribute.TRANSACTION, runningTransactionText(then), runningTransactionText(now)));
        return drifts;
    }

    /** The id of the transaction that holds the machine; empty for none. */
    static String runningTransactionId(Inspection seen) {
        return seen.status()
                .activeTransaction()
                .map(Transaction::id)
                .map(id -> Long.toString(id))
                .orElse("");
    }

    private static String runningTransactionText(Inspection seen) {
        return seen.status().activeTransaction().map(Transaction::displayName).orElse("");
    }
}
