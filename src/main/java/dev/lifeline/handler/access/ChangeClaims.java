package dev.lifeline.handler.access;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.access.PendingAccessChanges.ClaimResult;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.rescue.TransactionRunner;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Finds and claims pending access changes. A claim is committed together with its audit entry, before the provider is called. */
public final class ChangeClaims {

    private final PendingAccessChanges pendingChanges;
    private final TransactionRunner transactions;
    private final AccessChangeAudit audit;

    public ChangeClaims(PendingAccessChanges pendingChanges, TransactionRunner transactions, AccessChangeAudit audit) {
        this.pendingChanges = pendingChanges;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** The change that a button's value names; empty where it is unknown, was offered to another user or belongs to the other button. */
    Optional<PendingAccessChange> find(Caller caller, Direction direction, String value) {
        if (!PendingAccessChangeId.isWellFormed(value)) return Optional.empty();
        return pendingChanges
                .find(new PendingAccessChangeId(value))
                .filter(change -> change.actorId().equals(caller.slackUser().id()))
                .filter(change -> change.accessChange().direction() == direction);
    }

    /**
     * Claims the change for the caller's interaction, in a transaction of its own.
     *
     * @param before the user before the change, for the audit log
     */
    ClaimResult claim(Caller caller, PendingAccessChange change, CloudUser before) {
        AtomicReference<ClaimResult> result = new AtomicReference<>(ClaimResult.ALREADY_CLAIMED);
        transactions.run(() -> {
            result.set(pendingChanges.claim(change.id(), caller.interaction().id()));
            if (result.get() == ClaimResult.CLAIMED) audit.recordAttempt(caller.actor(), change.accessChange(), before);
        });
        return Objects.requireNonNull(result.get());
    }
}
