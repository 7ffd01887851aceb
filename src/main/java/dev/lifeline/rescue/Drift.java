package dev.lifeline.rescue;

import dev.lifeline.device.Inspection;
import dev.lifeline.device.Transaction;
import java.util.ArrayList;
import java.util.List;

/**
 * One difference between the device that the approvers were shown and the device now.
 *
 * @param previousValue as the provider reports it; empty for none
 * @param currentValue likewise
 */
public record Drift(Attribute attribute, String previousValue, String currentValue) {

    /** The attributes that an approver would want to know of; others may differ. */
    public enum Attribute {
        POWER,
        TRANSACTION
    }

    /** Every difference; empty when votes for the plan still hold. */
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

    /** Id of the transaction that holds the device; empty for none. */
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
