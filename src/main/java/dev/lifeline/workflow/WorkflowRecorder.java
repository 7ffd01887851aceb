package dev.lifeline.workflow;

import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.rescue.TransactionRunner;
import dev.lifeline.rescue.TransitionResult;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records the transitions that the bot makes by itself, each in a transaction of its own. Thread-safe. */
public final class WorkflowRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowRecorder.class);

    private final TransitionRecorder recorder;
    private final TransactionRunner transactions;

    public WorkflowRecorder(TransitionRecorder recorder, TransactionRunner transactions) {
        this.recorder = recorder;
        this.transactions = transactions;
    }

    /**
     * Records a transition in the name of the bot.
     *
     * @return false when the request was changed since it was read; nothing is written then
     */
    boolean record(TransitionResult.Applied applied) {
        return record(List.of(applied));
    }

    /**
     * Records transitions of several requests in one transaction, in their order.
     *
     * @return false when one of the requests was changed since it was read; nothing is written then
     */
    boolean record(List<TransitionResult.Applied> transitions) {
        try {
            transactions.run(() -> transitions.forEach(applied -> recorder.record(applied, Actor.SYSTEM)));
            return true;
        } catch (StaleRequestException e) {
            return false;
        }
    }

    /**
     * Saves what nobody has to be told of: the watch of a request, or when its device is looked at next. Not written when the request was
     * changed since it was read.
     */
    void saveUntold(RescueRequest request) {
        try {
            transactions.run(() -> recorder.saveUntold(request.withNextVersion()));
        } catch (StaleRequestException e) {
            LOG.debug("Watch of request {} not saved, the next poll saves it", request.id());
        }
    }
}
