package dev.lifeline.sandbox.slack.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One message in a channel.
 *
 * @param author a user id
 * @param onlyTo the one user id that sees it, where it is ephemeral (slack.md 4.5)
 */
public record Message(Place place, String author, Content content, Optional<String> onlyTo, Marks marks) {

    /** Where it is. The ts is an identity, the thread the ts of the message that it answers. */
    public record Place(String channel, String ts, Optional<String> thread) {}

    /** What it says. The metadata is shown only to who asks for it. */
    public record Content(String text, ArrayNode blocks, ArrayNode attachments, Optional<ObjectNode> metadata) {

        /** Text alone. */
        public static Content of(String text) {
            return new Content(text, Json.nothing(), Json.nothing(), Optional.empty());
        }
    }

    /** What happened to it: when it was edited, whether a reply is shown in the channel too, who reacted how. */
    public record Marks(Optional<String> edited, boolean broadcast, List<Reaction> reactions) {
        public static final Marks NONE = new Marks(Optional.empty(), false, List.of());

        public Marks {
            reactions = List.copyOf(reactions);
        }
    }

    /** One emoji by one person. */
    public record Reaction(String emoji, String userId) {}

    public String ts() {
        return place.ts();
    }

    public boolean ephemeral() {
        return onlyTo.isPresent();
    }

    /** Whether it answers another message; the first of a thread does not. */
    public boolean reply() {
        return place.thread().filter(thread -> !thread.equals(ts())).isPresent();
    }

    public boolean seenBy(String userId) {
        return onlyTo.map(userId::equals).orElse(true);
    }

    Message in(String channel) {
        Place there = new Place(channel, place.ts(), place.thread());
        return new Message(there, author, content, onlyTo, marks);
    }

    Message saying(Content changed, Optional<String> edited) {
        return new Message(place, author, changed, onlyTo, new Marks(edited, marks.broadcast(), marks.reactions()));
    }

    Message marked(Marks changed) {
        return new Message(place, author, content, onlyTo, changed);
    }
}
