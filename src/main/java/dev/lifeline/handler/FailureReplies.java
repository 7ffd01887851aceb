package dev.lifeline.handler;

import dev.lifeline.device.Outage;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.UserLocales;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.UnreadableInteraction;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import java.time.Instant;
import java.util.Map;

/** Answers to interactions that could not be handled. Each says that nothing was done, and is in the audit log. */
public final class FailureReplies {

    private final UserLocales locales;
    private final Replies replies;

    public FailureReplies(UserLocales locales, Replies replies) {
        this.locales = locales;
        this.replies = replies;
    }

    Effects providerUnavailable(Interaction interaction, Outage outage) {
        return deny(interaction, "provider-away", texts(interaction).providerUnavailable(outage));
    }

    Effects directoryUnavailable(Interaction interaction, Outage outage) {
        Message message = DenialMessages.in(locales.find(interaction.user())).directoryUnavailable(outage);
        return deny(interaction, "policy-silent", message);
    }

    /** The record cannot be read by this release; the message names the interaction, for the operator to find it in the log. */
    Effects unreadableRecord(Interaction interaction) {
        return deny(interaction, "record-unreadable", texts(interaction).unreadableRecord(interaction.id()));
    }

    /** The interaction itself cannot be read by this release, and is given up. */
    Effects unreadableInteraction(UnreadableInteraction unreadable) {
        Map<String, String> details = Map.of("denial-reason", "interaction-unreadable", "interaction", unreadable.id());
        return unreadable
                .sender()
                .map(sender -> replies.deny(
                        sender,
                        "interaction",
                        details,
                        CommandReplies.in(locales.find(sender.user()))
                                .unreadableInteraction(unreadable.id(), unreadable.receivedAt())))
                .orElseGet(() -> replies.recordRejected("interaction", details));
    }

    /** It was delivered long after the user acted. */
    Effects late(Interaction interaction) {
        Instant actedAt = interaction.actedAt().orElseThrow();
        return deny(interaction, "delivered-late", texts(interaction).late(actedAt, interaction.receivedAt()));
    }

    /** A fault of the bot; the message names the interaction, for the operator to find it in the log. */
    Effects internalError(Interaction interaction) {
        return deny(interaction, "our-fault", texts(interaction).internalError(interaction.id()));
    }

    /** Replies at once about a fault after the commit, when the interaction counts as processed and no transaction is open. */
    void internalErrorNow(Interaction interaction) {
        replies.replyNow(interaction, texts(interaction).internalError(interaction.id()));
    }

    private CommandReplies texts(Interaction interaction) {
        return CommandReplies.in(locales.find(interaction.user()));
    }

    private Effects deny(Interaction interaction, String because, Message message) {
        Map<String, String> details =
                Map.of("denial-reason", because, "interaction", interaction.id(), "action", interaction.actionId());
        return replies.deny(interaction, "interaction", details, message);
    }
}
