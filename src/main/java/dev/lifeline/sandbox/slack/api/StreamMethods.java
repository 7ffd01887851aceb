package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.MessageJson;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A reply in a thread that grows while it is written: {@code chat.startStream}, {@code .appendStream}, {@code .stopStream} (slack.md 4.7). */
final class StreamMethods {

    private static final String WRITE = "chat:write";
    private static final int LONGEST = 12_000;

    private final Set<String> growing = ConcurrentHashMap.newKeySet();
    private final Workspace workspace;
    private final Rooms rooms;
    private final Contents contents;

    StreamMethods(Workspace workspace, Rooms rooms, Contents contents) {
        this.workspace = workspace;
        this.rooms = rooms;
        this.contents = contents;
    }

    List<Method> all() {
        return List.of(
                Method.bot("chat.startStream", Tier.TIER_2, this::start, WRITE),
                Method.bot("chat.appendStream", Tier.TIER_4, this::append, WRITE),
                Method.bot("chat.stopStream", Tier.TIER_2, this::stop, WRITE));
    }

    /** In a channel it must be said who it is for. */
    private ObjectNode start(Arguments arguments) throws Refused {
        Channel channel = rooms.toChange(arguments);
        String thread = arguments.need("thread_ts");
        if (channel.kind() != Channel.Kind.DIRECT) {
            arguments.need("recipient_user_id", "missing_recipient_user_id");
            arguments.need("recipient_team_id", "missing_recipient_team_id");
        }
        Message.Content content = content(more(arguments), Json.nothing());
        Message begun = workspace
                .timeline()
                .post(channel.id(), Optional.of(thread), workspace.app().ids().botUser(), content);
        growing.add(begun.ts());
        return place(begun);
    }

    private ObjectNode append(Arguments arguments) throws Refused {
        Message message = growing(arguments);
        return place(grown(message, more(arguments), Json.nothing()));
    }

    /** What is given last is shown, the blocks below it. */
    private ObjectNode stop(Arguments arguments) throws Refused {
        Message message = growing(arguments);
        Message whole = grown(message, more(arguments), contents.blocks(arguments));
        growing.remove(message.ts());
        return place(whole).set("message", new MessageJson(workspace).of(whole));
    }

    private Message growing(Arguments arguments) throws Refused {
        Channel channel = rooms.toChange(arguments);
        Message message = workspace
                .timeline()
                .find(channel.id(), arguments.need("ts", "message_not_found"))
                .orElseThrow(() -> new Refused("message_not_found"));
        if (!growing.contains(message.ts())) throw new Refused("message_not_in_streaming_state");
        return message;
    }

    private Message grown(Message message, String more, ArrayNode below) throws Refused {
        Message.Content content = content(message.content().text() + more, below);
        return workspace.timeline().rewrite(message, content, false).orElse(message);
    }

    private static Message.Content content(String markdown, ArrayNode below) throws Refused {
        if (markdown.length() > LONGEST) throw new Refused("msg_too_long");
        ArrayNode blocks = Json.nothing();
        if (!markdown.isEmpty()) blocks.add(Json.object("type", "markdown", "text", markdown));
        return new Message.Content(markdown, blocks.addAll(below), Json.nothing(), Optional.empty());
    }

    /** Text as such, or in chunks; other chunks are for tasks, which are not shown. */
    private static String more(Arguments arguments) throws Refused {
        StringBuilder text = new StringBuilder(arguments.text("markdown_text").orElse(""));
        JsonNode chunks = arguments.json("chunks", "invalid_chunks").orElseGet(Json::nothing);
        for (JsonNode chunk : chunks)
            if (chunk.path("type").asText().equals("markdown_text"))
                text.append(chunk.path("text").asText());
        return text.toString();
    }

    private static ObjectNode place(Message message) {
        return Json.object("channel", message.place().channel(), "ts", message.ts());
    }
}
