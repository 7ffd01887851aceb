package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One message in a channel.
 *
 * @param userId the author
 * @param ephemeralTo the user who sees it, where it is ephemeral (src/docs/platform/slack.md, section Ephemeral messages)
 */
public record Message(Location location, String userId, Content content, Optional<String> ephemeralTo, Annotations annotations) {

    /**
     * Where it is.
     *
     * @param ts its id within the channel
     * @param threadTs the ts of the thread's first message
     */
    public record Location(String channelId, String ts, Optional<String> threadTs) {}

    /** What it says. The metadata is returned only to callers that ask for it. */
    public record Content(String text, ArrayNode blocks, ArrayNode attachments, Optional<ObjectNode> metadata) {

        /** Returns content of text alone. */
        public static Content of(String text) {
            return new Content(text, Json.emptyArray(), Json.emptyArray(), Optional.empty());
        }
    }

    /** When it was edited, whether a reply is broadcast to the channel, and its reactions. */
    public record Annotations(Optional<String> editedTs, boolean replyBroadcast, List<Reaction> reactions) {
        public static final Annotations NONE = new Annotations(Optional.empty(), false, List.of());

        public Annotations {
            reactions = List.copyOf(reactions);
        }
    }

    /** One emoji by one user. */
    public record Reaction(String emoji, String userId) {}

    public String ts() {
        return location.ts();
    }

    public boolean isEphemeral() {
        return ephemeralTo.isPresent();
    }

    /** Whether it is a reply; the first message of a thread is not. */
    public boolean isThreadReply() {
        return location.threadTs().filter(thread -> !thread.equals(ts())).isPresent();
    }

    public boolean isVisibleTo(String userId) {
        return ephemeralTo.map(userId::equals).orElse(true);
    }

    Message movedTo(String channel) {
        Location newLocation = new Location(channel, location.ts(), location.threadTs());
        return new Message(newLocation, userId, content, ephemeralTo, annotations);
    }

    Message withContent(Content changed, Optional<String> editedTs) {
        return new Message(location, userId, changed, ephemeralTo, new Annotations(editedTs, annotations.replyBroadcast(), annotations.reactions()));
    }

    Message withAnnotations(Annotations changed) {
        return new Message(location, userId, content, ephemeralTo, changed);
    }
}
