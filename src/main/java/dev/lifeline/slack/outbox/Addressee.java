package dev.lifeline.slack.outbox;

import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.slack.webapi.ScopedId;

/** The workspace that a message goes to. */
final class Addressee {

    private Addressee() {}

    /** The team id; {@link ScopedId#HOME} for the bot's own workspace. */
    static String workspace(Content content) {
        return ScopedId.workspace(id(content));
    }

    private static String id(Content content) {
        if (content instanceof Content.StatusMessage status)
            return status.channel().value();
        if (content instanceof Content.ThreadReply reply) return reply.channel().value();
        if (content instanceof Content.DirectMessage direct)
            return direct.user().value();
        if (content instanceof Content.ApproverMessage approver)
            return approver.user().value();
        if (content instanceof Content.EphemeralMessage ephemeral)
            return ephemeral.recipient().user().value();
        return ScopedId.HOME;
    }
}
