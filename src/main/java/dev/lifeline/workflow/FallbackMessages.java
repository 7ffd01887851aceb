package dev.lifeline.workflow;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.rescue.RescueRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Messages that are sent in place of one that cannot be delivered, each in the language of its reader. What is returned as a runnable only
 * writes to the outbox, since Slack is not asked inside a transaction.
 */
public final class FallbackMessages {

    private final Notifier notifier;
    private final SlackUsers slackUsers;

    public FallbackMessages(Notifier notifier, SlackUsers slackUsers) {
        this.notifier = notifier;
        this.slackUsers = slackUsers;
    }

    /** The phrases in the reader's language; English where Slack does not tell it. */
    StatusMessages textsFor(SlackUserId reader) {
        return StatusMessages.in(findLocale(reader));
    }

    /**
     * Explains privately why the bot cannot ask in a channel.
     *
     * @param notInvited whether an invitation resolves it
     */
    Runnable explanation(Recipient recipient, boolean notInvited) {
        CommandReplies replies = CommandReplies.in(findLocale(recipient.user()));
        Message explanation = notInvited ? replies.notInChannel() : replies.cannotPost();
        return () -> notifier.sendEphemeral(recipient, explanation);
    }

    /** A direct message to each reader. */
    Runnable directMessages(RescueRequest request, Map<SlackUserId, Message> messages, int fallbackDepth) {
        List<Runnable> sent = messages.entrySet().stream()
                .map(entry -> directMessage(request, entry.getKey(), entry.getValue(), fallbackDepth))
                .toList();
        return () -> sent.forEach(Runnable::run);
    }

    private Runnable directMessage(RescueRequest request, SlackUserId reader, Message message, int fallbackDepth) {
        String linkLabel = textsFor(reader).permalinkLabel();
        return () -> notifier.sendInstead(reader, request.id(), message, linkLabel, fallbackDepth);
    }

    private Locale findLocale(SlackUserId user) {
        try {
            return slackUsers.get(user).locale();
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return Locale.ENGLISH;
        }
    }
}
