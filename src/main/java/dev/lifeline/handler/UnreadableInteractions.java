package dev.lifeline.handler;

import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.UnreadableInteraction;
import dev.lifeline.rescue.TransactionRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up interactions that cannot be read: for a quarter of an hour they are left to a replica of a newer release, then the person is
 * told to do it again, or where not even the person can be read, the audit log has the last word (promises P2, P8).
 */
public final class UnreadableInteractions {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableInteractions.class);

    /** Longer than an update of all replicas takes, and within the 30 minutes in which the response URL takes an answer. */
    static final Duration MAX_AGE = Duration.ofMinutes(15);

    private final Inbox inbox;
    private final TransactionRunner transactions;
    private final FailureReplies failures;
    private final InstantSource clock;

    public UnreadableInteractions(
            Inbox inbox, TransactionRunner transactions, FailureReplies failures, InstantSource clock) {
        this.inbox = inbox;
        this.transactions = transactions;
        this.failures = failures;
        this.clock = clock;
    }

    /** Gives up an interaction that could not be read; false while a replica of a newer release may still process it. */
    boolean tryGiveUp(String interactionId) {
        Optional<UnreadableInteraction> old =
                inbox.findUnreadable(interactionId).filter(this::isOld);
        old.ifPresent(this::giveUp);
        return old.isPresent();
    }

    private boolean isOld(UnreadableInteraction unreadable) {
        return clock.instant().isAfter(unreadable.receivedAt().plus(MAX_AGE));
    }

    private void giveUp(UnreadableInteraction unreadable) {
        LOG.error(
                "Unreadable interaction {} given up, its sender is {}",
                unreadable.id(),
                unreadable.sender().map(sender -> sender.user().value()).orElse("unreadable"));
        Effects effects = failures.unreadableInteraction(unreadable);
        transactions.run(() -> {
            inbox.markProcessed(unreadable.id());
            effects.apply();
        });
    }
}
