package dev.lifeline.workflow;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.UnreadableRecordException;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionResult;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who is told when a message cannot be delivered, by its kind (src/docs/undeliverable-messages.md). A request that awaits its
 * confirmation is closed, since nobody can confirm it; any other goes on, and whoever it waits for gets its card as a direct message. Where a person cannot
 * be reached, the next in line is told; at most {@link #MAX_DEPTH} messages replace one, and then the audit log has the last word, and a
 * device that is watched is told of again later.
 */
public final class UndeliverableHandler implements DeliveryFailureListener {

    private static final Logger LOG = LoggerFactory.getLogger(UndeliverableHandler.class);

    /** A message in place of a message in place of the first one; no further, so that nothing goes round in circles. */
    static final int MAX_DEPTH = 2;

    private static final String UNCONFIRMABLE = "its status message cannot be delivered";

    private final RescueRequests requests;
    private final TransitionRecorder recorder;
    private final FallbackMessages fallbackMessages;
    private final NextInLine nextInLine;
    private final InstantSource clock;

    public UndeliverableHandler(
            RescueRequests requests,
            TransitionRecorder recorder,
            FallbackMessages fallbackMessages,
            NextInLine nextInLine,
            InstantSource clock) {
        this.requests = requests;
        this.recorder = recorder;
        this.fallbackMessages = fallbackMessages;
        this.nextInLine = nextInLine;
        this.clock = clock;
    }

    @Override
    public Runnable onUndeliverable(OutboxMessage outboxMessage, Reason reason) {
        Content content = outboxMessage.content();
        if (content instanceof Content.StatusMessage && outboxMessage.streamKey() instanceof StreamKey.Request stream)
            return decide(stream.request(), request -> onStatusMessage(request, reason));
        if (content instanceof Content.StatusMessage && outboxMessage.streamKey() instanceof StreamKey.Review stream)
            return decide(stream.request(), request -> onReview(request, reason));
        if (content instanceof Content.DirectMessage directMessage)
            return decide(directMessage.request(), request -> onDirectMessage(request, directMessage, reason));
        if (content instanceof Content.WebhookMessage webhook) return decide(webhook.request(), this::onWebhook);
        if (content instanceof Content.ApproverMessage approver)
            return decide(approver.request(), request -> onApproverMessage(request, approver, reason));
        if (content instanceof Content.EphemeralMessage ephemeral) return () -> recordUnheard(ephemeral, reason);
        return UndeliverableHandler
                ::tellNobody; // a thread reply: the status message of the same transition speaks for it
    }

    private Runnable decide(RequestId id, Function<RescueRequest, Runnable> decision) {
        return find(id).map(decision).orElse(UndeliverableHandler::tellNobody);
    }

    /** Nothing can be done for a request that cannot be read, and the messages after this one are not held up for it. */
    private Optional<RescueRequest> find(RequestId id) {
        try {
            return requests.find(id);
        } catch (UnreadableRecordException e) {
            LOG.warn("Message of request {} undeliverable, request unreadable", id);
            return Optional.empty();
        }
    }

    private static void tellNobody() {}

    private Runnable onStatusMessage(RescueRequest request, Reason reason) {
        Stage stage = request.stage();
        if (stage instanceof AwaitingConfirmation) return close(request, reason);
        if (!isWorthTelling(request)) return UndeliverableHandler::tellNobody;
        Set<SlackUserId> readers = new HashSet<>(Set.of(responsible(request)));
        if (stage instanceof AwaitingApproval waiting) readers.addAll(nextInLine.approvers(request, waiting));
        if (stage instanceof InRescue && reason == Reason.CHANNEL_CLOSED)
            readers.addAll(nextInLine.successors(request));
        return send(request, toEach(readers, reader -> statusCard(request, reader, reason)), 1);
    }

    private static Map<SlackUserId, Message> toEach(Set<SlackUserId> readers, Function<SlackUserId, Message> message) {
        return readers.stream().collect(Collectors.toMap(Function.identity(), message));
    }

    private Message statusCard(RescueRequest request, SlackUserId reader, Reason reason) {
        StatusMessages texts = fallbackMessages.textsFor(reader);
        return texts.insteadOfChannel(texts.statusMessage(request, clock.instant()), reason == Reason.NOT_INVITED);
    }

    /** The outcome, and whatever asks somebody to do something; the stages in between would each be a message of its own. */
    private boolean isWorthTelling(RescueRequest request) {
        if (request.stage() instanceof Closed closed) return !closed.detail().equals(UNCONFIRMABLE);
        return StatusMessages.asksForAction(
                fallbackMessages.textsFor(responsible(request)).statusMessage(request, clock.instant()));
    }

    /** The requester waits for the signature, the reviewers are waited for. */
    private Runnable onReview(RescueRequest request, Reason reason) {
        if (request.review().isEmpty()) return UndeliverableHandler::tellNobody;
        Review review = request.review().get();
        Set<SlackUserId> readers = review.isPending() ? nextInLine.reviewers(request) : Set.of(requester(request));
        return readers.isEmpty()
                ? () -> recordUnheard(request, "its reviewers", reason)
                : send(request, toEach(readers, reader -> reviewCard(request, review, reader, reason)), 1);
    }

    private Message reviewCard(RescueRequest request, Review review, SlackUserId reader, Reason reason) {
        StatusMessages texts = fallbackMessages.textsFor(reader);
        return texts.insteadOfChannel(texts.review(request, review), reason == Reason.NOT_INVITED);
    }

    private Runnable onWebhook(RescueRequest request) {
        LOG.warn("Webhook of request {} undeliverable", request.id());
        return () -> recorder.record(ApprovalTransitions.reportWebhookFailed(request), Actor.SYSTEM);
    }

    /** Once the approval is over an approver misses nothing. */
    private Runnable onApproverMessage(RescueRequest request, Content.ApproverMessage undelivered, Reason reason) {
        Content.DirectMessage direct = new Content.DirectMessage(
                undelivered.user(), undelivered.message(), request.id(), undelivered.linkLabel(), 0);
        return request.stage() instanceof AwaitingApproval
                ? onDirectMessage(request, direct, reason)
                : UndeliverableHandler::tellNobody;
    }

    private Runnable onDirectMessage(RescueRequest request, Content.DirectMessage undelivered, Reason reason) {
        Map<SlackUserId, Message> notices =
                undelivered.fallbackDepth() < MAX_DEPTH ? insteadOfPerson(request, undelivered.user()) : Map.of();
        return notices.isEmpty()
                ? () -> recordUnheard(request, undelivered.user().value(), reason)
                : send(request, notices, undelivered.fallbackDepth() + 1);
    }

    /** Of an approver or reviewer the requester is told, who can ask somebody else; of the requester the contacts, while there is something to do. */
    private Map<SlackUserId, Message> insteadOfPerson(RescueRequest request, SlackUserId unreachable) {
        SlackUserId responsible = responsible(request);
        if (!unreachable.equals(responsible) && !unreachable.equals(requester(request)))
            return Map.of(responsible, fallbackMessages.textsFor(responsible).unreachable(request, unreachable));
        return isOver(request)
                ? Map.of()
                : toEach(nextInLine.contacts(request), contact -> contactCard(request, contact));
    }

    private Message contactCard(RescueRequest request, SlackUserId contact) {
        StatusMessages texts = fallbackMessages.textsFor(contact);
        return texts.insteadOfRequester(texts.statusMessage(request, clock.instant()), request);
    }

    private static boolean isOver(RescueRequest request) {
        return request.stage() instanceof Closed closed && closed.closeReason() != CloseReason.FAILED;
    }

    private Runnable close(RescueRequest request, Reason reason) {
        LOG.warn("Status message of request {} undeliverable: {}, request closed", request.id(), reason);
        SlackUserId requester = requester(request);
        Recipient recipient = new Recipient(
                requester, request.plan().channel(), request.plan().responseUrl());
        Runnable explanation = fallbackMessages.explanation(recipient, reason == Reason.NOT_INVITED);
        TransitionResult.Applied closed = request.close(
                CloseReason.BLOCKED, UNCONFIRMABLE, clock.instant(), new RescueEvent.Cancelled(requester));
        return () -> {
            recorder.record(closed, Actor.SYSTEM);
            explanation.run();
        };
    }

    private Runnable send(RescueRequest request, Map<SlackUserId, Message> notices, int depth) {
        LOG.warn("Message of request {} undeliverable, {} people told instead", request.id(), notices.size());
        return fallbackMessages.directMessages(request, notices, depth);
    }

    private void recordUnheard(RescueRequest request, String addressee, Reason reason) {
        LOG.warn("Message of request {} reaches nobody: {} {}", request.id(), addressee, reason);
        recorder.recordAction("undelivered", request, Actor.SYSTEM, "to " + addressee + ": " + reason);
        requests.find(request.id())
                .filter(current -> current.stage().isPolled())
                .map(current -> current.withWatch(current.watch().withUnheardAt(clock.instant())))
                .ifPresent(unheard -> recorder.saveUntold(unheard.withNextVersion()));
    }

    private void recordUnheard(Content.EphemeralMessage ephemeral, Reason reason) {
        Recipient recipient = ephemeral.recipient();
        LOG.warn("Ephemeral message reaches nobody: {} {}", recipient.user(), reason);
        recorder.recordAction(
                "undelivered", Actor.SYSTEM, Map.of("to", recipient.user().value(), "reason", reason.name()));
    }

    private static SlackUserId requester(RescueRequest request) {
        return request.plan().requester().slackUserId();
    }

    private static SlackUserId responsible(RescueRequest request) {
        return request.responsible().slackUserId();
    }
}
