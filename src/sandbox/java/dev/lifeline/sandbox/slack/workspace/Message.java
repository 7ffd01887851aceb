package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One message in a channel.
 *
 * @param userId a user id
 * @param ephemeralTo the one user id that sees it, where it is ephemeral (slack.md 4.5)
 */
public record Message(Location location, String userId, Content content, Optional<String> ephemeralTo, Annotations annotations) {

    /** Where it is. The ts is an identity, the thread the ts of the message that it answers. */
    public record Location(String channelId, String ts, Optional<String> threadTs) {}

    /** What it says. The metadata is shown only to who asks for it. */
    public record Content(String text, ArrayNode blocks, ArrayNode attachments, Optional<ObjectNode> metadata) {

        /** Text alone. */
        public static Content of(String text) {
            return new Content(text, Json.emptyArray(), Json.emptyArray(), Optional.empty());
        }
    }

    /** What happened to it: when it was edited, whether a reply is shown in the channel too, who reacted how. */
    public record Annotations(Optional<String> editedTs, boolean replyBroadcast, List<Reaction> reactions) {
        public static final Annotations NONE = new Annotations(Optional.empty(), false, List.of());

        public Annotations {
            reactions = List.copyOf(reactions);
        }
    }

    /** One emoji by one person. */
    public record Reaction(String emoji, String userId) {}

    public String ts() {
        return location.ts();
    }

    public boolean isEphemeral() {
        return ephemeralTo.isPresent();
    }

    /** Whether it answers another message; the first of a thread does not. */
    public boolean isThreadReply() {
        return location.threadTs().filter(thread -> !thread.equals(ts())).isPresent();
    }

    public boolean isVisibleTo(String userId) {
        return ephemeralTo.map(userId::equals).orElse(true);
    }

    Message movedTo(String channel) {
        Location there = new Location(channel, location.ts(), location.threadTs());
        return new Message(there, userId, content, ephemeralTo, annotations);
    }

    Message withContent(Content changed, Optional<String> edited) {
        return new Message(location, userId, changed, ephemeralTo, new Annotations(edited, annotations.replyBroadcast(), annotations.reactions()));
    }

    Message withAnnotations(Annotations changed) {
        return new Message(location, userId, content, ephemeralTo, changed);
    }
}
