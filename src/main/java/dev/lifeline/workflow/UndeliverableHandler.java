package dev.lifeline.workflow;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.device.UnreadableRecordException;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a status message that cannot be delivered. A request that awaits its confirmation is closed, since nobody can confirm it, and the
 * requester is told privately. A confirmed request goes on: a launch never fails because of a message, and the requester gets its outcome
 * privately.
 */
public final class UndeliverableHandler implements DeliveryFailureListener {

    private static final Logger LOG = LoggerFactory.getLogger(UndeliverableHandler.class);

    private final RescueRequests requests;
    private final WorkflowRecorder recorder;
    private final Notifier notifier;
    private final SlackUsers slackUsers;
    private final InstantSource clock;

    public UndeliverableHandler(
            RescueRequests requests,
            WorkflowRecorder recorder,
            Notifier notifier,
            SlackUsers slackUsers,
            InstantSource clock) {
        this.requests = requests;
        this.recorder = recorder;
        this.notifier = notifier;
        this.slackUsers = slackUsers;
        this.clock = clock;
    }

    @Override
    public void onUndeliverable(OutboxMessage outboxMessage, Reason reason) {
        if (outboxMessage.content() instanceof Content.StatusMessage
                && outboxMessage.streamKey() instanceof StreamKey.Request stream)
            find(stream.request()).ifPresent(request -> handleStatusMessage(request, reason));
    }

    /** Nothing can be done for a request that cannot be read, and the messages after this one are not held up for it. */
    private Optional<RescueRequest> find(RequestId id) {
        try {
            return requests.find(id);
        } catch (UnreadableRecordException e) {
            LOG.warn("Status message of request {} undeliverable, request unreadable", id);
            return Optional.empty();
        }
    }

    private void handleStatusMessage(RescueRequest request, Reason reason) {
        if (request.stage() instanceof AwaitingConfirmation) closeRequest(request, reason);
        else if (isOutcome(request.stage())) sendStatusToRequester(request);
    }

    /** The stages that the requester waits for; the others would each be a message of its own. */
    private static boolean isOutcome(Stage stage) {
        return stage instanceof Stage.InRescue || stage instanceof Stage.Closed;
    }

    /** Without the response URL, which has expired by now: outside the channel it becomes a direct message. */
    private void sendStatusToRequester(RescueRequest request) {
        LOG.warn("Status of request {} sent to its requester only", request.id());
        Requester requester = request.plan().requester();
        Recipient recipient =
                new Recipient(requester.slackUserId(), request.plan().channel(), Optional.empty());
        notifier.sendEphemeral(
                recipient,
                StatusMessages.in(findLocale(requester.slackUserId())).statusMessage(request));
    }

    private void closeRequest(RescueRequest request, Reason reason) {
        LOG.warn("Status message of request {} undeliverable: {}, request closed", request.id(), reason);
        RescueEvent cancelled =
                new RescueEvent.Cancelled(request.plan().requester().slackUserId());
        boolean closed = recorder.record(request.close(
                CloseReason.BLOCKED, "its status message cannot be delivered", clock.instant(), cancelled));
        if (closed) explainToRequester(request, reason);
    }

    private void explainToRequester(RescueRequest request, Reason reason) {
        SlackUserId requester = request.plan().requester().slackUserId();
        CommandReplies replies = CommandReplies.in(findLocale(requester));
        Message explanation = reason == Reason.NOT_INVITED ? replies.notInChannel() : replies.cannotPost();
        notifier.sendEphemeral(
                new Recipient(
                        requester, request.plan().channel(), request.plan().responseUrl()),
                explanation);
    }

    private Locale findLocale(SlackUserId user) {
        try {
            return slackUsers.get(user).locale();
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return Locale.ENGLISH;
        }
    }
}
