package dev.lifeline.workflow;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.message.LocalizedMessages;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What if a request's card cannot be shown where it was asked? Then nobody can answer it: it is closed, and the requester told
 * privately. A request that was confirmed goes on, heard or not: a launch never fails because of a message, and where it
 * ends its requester is told.
 */
public final class UndeliverableHandler implements DeliveryFailureListener {

    private static final Logger LOG = LoggerFactory.getLogger(UndeliverableHandler.class);

    private final WorkflowContext context;
    private final Notifier notifier;
    private final SlackUsers slackUsers;

    public UndeliverableHandler(WorkflowContext context, Notifier notifier, SlackUsers slackUsers) {
        this.context = context;
        this.notifier = notifier;
        this.slackUsers = slackUsers;
    }

    @Override
    public void onUndeliverable(OutboxMessage outboxMessage, Reason reason) {
        if (outboxMessage.content() instanceof Content.StatusMessage
                && outboxMessage.streamKey() instanceof StreamKey.Request stream)
            context.requests().find(stream.request()).ifPresent(request -> handleStatusMessage(request, reason));
    }

    private void handleStatusMessage(RescueRequest request, Reason reason) {
        if (request.stage() instanceof AwaitingConfirmation) closeRequest(request, reason);
        else if (isOutcome(request.stage())) sendStatusToRequester(request);
    }

    /** What the requester waits for; every step on the way would be a message of its own. */
    private static boolean isOutcome(Stage stage) {
        return stage instanceof Stage.InRescue || stage instanceof Stage.Closed;
    }

    /** Without a reply address, since it is long used up: where the place takes nothing, it goes to their own talk with the bot. */
    private void sendStatusToRequester(RescueRequest request) {
        LOG.warn("request {} is shown to its requester alone", request.id());
        SlackUserId requester = request.plan().requester().slackUserId();
        Recipient recipient = new Recipient(requester, request.plan().channel(), Optional.empty());
        notifier.sendEphemeral(
                recipient,
                LocalizedMessages.forLocale(findLocale(requester))
                        .statusMessages()
                        .statusMessage(request));
    }

    private void closeRequest(RescueRequest request, Reason reason) {
        LOG.warn("request {} cannot be shown where it was asked", request.id());
        RescueEvent news = new RescueEvent.Cancelled(request.plan().requester().slackUserId());
        if (context.record(request.close(
                CloseReason.BLOCKED, "its card cannot be shown", context.clock().instant(), news)))
            notifyRequester(
                    request.plan(),
                    localizedMessages -> reason == Reason.NOT_INVITED
                            ? localizedMessages.replies().notInChannel()
                            : localizedMessages.replies().cannotPost());
    }

    private void notifyRequester(Plan plan, Function<LocalizedMessages, Message> words) {
        SlackUserId requester = plan.requester().slackUserId();
        Recipient recipient = new Recipient(requester, plan.channel(), plan.responseUrl());
        notifier.sendEphemeral(recipient, words.apply(LocalizedMessages.forLocale(findLocale(requester))));
    }

    private Locale findLocale(SlackUserId person) {
        try {
            return slackUsers.get(person).locale();
        } catch (SlackUsers.SlackUserUnavailableException silence) {
            return Locale.ENGLISH;
        }
    }
}
