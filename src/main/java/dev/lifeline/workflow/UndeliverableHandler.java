package dev.lifeline.workflow;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RequestId;
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
public final class UndeliverableHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UndeliverableHandler.class);

    private final WorkflowContext context;
    private final Notifier notifier;
    private final SlackUsers slackUsers;

    public UndeliverableHandler(WorkflowContext context, Notifier notifier, SlackUsers slackUsers) {
        this.context = context;
        this.notifier = notifier;
        this.slackUsers = slackUsers;
    }

    /**
     * The card will never be seen.
     *
     * @param notInvited whether inviting the bot would mend it
     */
    public void handleStatusMessage(RequestId id, boolean notInvited) {
        context.requests().find(id).ifPresent(request -> {
            if (request.stage() instanceof AwaitingConfirmation) closeRequest(request, notInvited);
            else if (isOutcome(request.stage())) sendStatusToRequester(request);
        });
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
                StatusMessages.in(findLocale(requester))
                        .statusMessage(request));
    }

    private void closeRequest(RescueRequest request, boolean notInvited) {
        LOG.warn("request {} cannot be shown where it was asked", request.id());
        RescueEvent news = new RescueEvent.Cancelled(request.plan().requester().slackUserId());
        if (context.record(request.close(
                CloseReason.BLOCKED, "its card cannot be shown", context.clock().instant(), news)))
            notifyRequester(
                    request.plan(),
                    replies -> notInvited ? replies.notInChannel() : replies.cannotPost());
    }

    private void notifyRequester(Plan plan, Function<CommandReplies, Message> reply) {
        SlackUserId requester = plan.requester().slackUserId();
        Recipient recipient = new Recipient(requester, plan.channel(), plan.responseUrl());
        notifier.sendEphemeral(recipient, reply.apply(CommandReplies.in(findLocale(requester))));
    }

    private Locale findLocale(SlackUserId person) {
        try {
            return slackUsers.get(person).locale();
        } catch (SlackUsers.SlackUserUnavailableException silence) {
            return Locale.ENGLISH;
        }
    }
}
