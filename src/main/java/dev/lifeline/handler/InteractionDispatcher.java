package dev.lifeline.handler;

import dev.lifeline.access.StaleLinkException;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.device.UnreadableRecordException;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.inbox.AlreadyProcessedException;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.job.Job;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.rescue.TransactionRunner;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes one interaction of the inbox: handles it, and applies the effects in one transaction with the mark that it was processed.
 * When that transaction loses a race for a request or a link, the interaction is handled again. Every interaction ends in an answer (promise P2).
 * Thread-safe; blocks for as long as the provider and the database take.
 */
public final class InteractionDispatcher implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(InteractionDispatcher.class);

    private final Inbox inbox;
    private final TransactionRunner transactions;
    private final InteractionRouter router;
    private final FailureReplies failures;
    private final UnreadableInteractions unreadableInteractions;

    public InteractionDispatcher(
            Inbox inbox,
            TransactionRunner transactions,
            InteractionRouter router,
            FailureReplies failures,
            UnreadableInteractions unreadableInteractions) {
        this.inbox = inbox;
        this.transactions = transactions;
        this.router = router;
        this.failures = failures;
        this.unreadableInteractions = unreadableInteractions;
    }

    /**
     * Processes an interaction, unless it was processed before. It is never due again.
     *
     * @throws RuntimeException when not even the answer that it failed can be written, or it cannot be read yet; then it is still pending
     */
    @Override
    public Optional<Instant> run(String interactionId) {
        find(interactionId).ifPresent(this::process);
        return Optional.empty();
    }

    private Optional<Interaction> find(String interactionId) {
        try {
            return inbox.find(interactionId);
        } catch (UnreadableRecordException e) {
            if (!unreadableInteractions.tryGiveUp(interactionId)) throw e;
            return Optional.empty();
        }
    }

    @Override
    public Collection<String> pending() {
        return inbox.pending();
    }

    private void process(Interaction interaction) {
        handleAndApply(interaction).ifPresent(effects -> runAfterCommit(interaction, effects));
    }

    /**
     * Repeats until the transaction wins. Empty where the effects cannot be written, which the user is told, and where another replica has
     * answered, so that nothing is said twice.
     */
    private Optional<Effects> handleAndApply(Interaction interaction) {
        try {
            Optional<Effects> applied = Optional.empty();
            while (applied.isEmpty())
                applied = Optional.of(handleOrFail(interaction)).filter(effects -> tryApply(interaction, effects));
            return applied;
        } catch (AlreadyProcessedException e) {
            LOG.info("Decision about interaction {} dropped: {}", interaction.id(), e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            replyWithError(interaction);
            LOG.error("Effects of interaction {} cannot be written", interaction.id(), e);
            return Optional.empty();
        }
    }

    /** Where the effects were committed after all, there is nothing to add. */
    private void replyWithError(Interaction interaction) {
        Effects error = failures.internalError(interaction);
        transactions.run(() -> {
            if (inbox.find(interaction.id()).isEmpty()) return;
            applyAndMark(interaction, error);
        });
    }

    /** The log gets where a fault was, not its message, which may hold a secret. */
    private void runAfterCommit(Interaction interaction, Effects effects) {
        try {
            effects.afterCommit();
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Action after the commit of interaction {} failed: {} {}",
                    interaction.id(),
                    e.getClass().getName(),
                    e.getStackTrace());
            failures.internalErrorNow(interaction);
        }
    }

    private boolean tryApply(Interaction interaction, Effects effects) {
        try {
            transactions.run(() -> applyAndMark(interaction, effects));
            return true;
        } catch (StaleRequestException | StaleLinkException e) {
            LOG.info("Interaction {} lost a race and is handled again: {}", interaction.id(), e.getMessage());
            return false;
        }
    }

    /** The mark comes first: whoever else has decided about the interaction waits here, and then writes nothing. */
    private void applyAndMark(Interaction interaction, Effects effects) {
        inbox.markProcessed(interaction.id());
        effects.apply();
    }

    /** What Slack kept and delivers later starts nothing: its sender asked for it when things were otherwise. */
    private Effects late(Interaction interaction) {
        LOG.warn("Interaction {} delivered late and not handled", interaction.id());
        return failures.late(interaction);
    }

    private Effects handleOrFail(Interaction interaction) {
        try {
            return interaction.isLate() ? late(interaction) : router.handle(interaction);
        } catch (ProviderUnavailableException e) {
            LOG.warn("Provider unavailable, interaction {} not handled: {}", interaction.id(), e.getMessage());
            return failures.providerUnavailable(interaction, e.outage());
        } catch (DirectoryUnavailableException e) {
            LOG.warn("Slack directory unavailable, interaction {} not handled: {}", interaction.id(), e.getMessage());
            return failures.directoryUnavailable(interaction, e.outage());
        } catch (UnreadableRecordException e) {
            LOG.error("Record unreadable, interaction {} not handled: {}", interaction.id(), e.getMessage());
            return failures.unreadableRecord(interaction);
        } catch (RuntimeException | Error e) { // a retry would fail in the same way, and the user would get no answer
            LOG.error("Handling of interaction {} failed", interaction.id(), e);
            return failures.internalError(interaction);
        }
    }
}
