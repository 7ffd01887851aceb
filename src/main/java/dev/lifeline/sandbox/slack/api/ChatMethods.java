package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.MessageJson;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The methods of {@code chat.*}. */
final class ChatMethods {

    private static final String WRITE = "chat:write";

    /** A message cannot be changed to more than this; posting allows more (slack.md 4.1). */
    private static final int LONGEST_UPDATE = 4_000;

    private static final int LONGEST_EPHEMERAL = 40_000;

    private final Workspace workspace;
    private final Rooms rooms;
    private final Contents contents;
    private final Supplier<String> base;
    private final ApiFaults faults;

    ChatMethods(Workspace workspace, Rooms rooms, Contents contents, Supplier<String> base, ApiFaults faults) {
        this.workspace = workspace;
        this.rooms = rooms;
        this.contents = contents;
        this.base = base;
        this.faults = faults;
    }

    List<Method> all() {
        return List.of(
                Method.bot("chat.postMessage", Tier.SPECIAL, this::post, WRITE),
                Method.bot("chat.postEphemeral", Tier.TIER_4, this::whisper, WRITE),
                Method.bot("chat.update", Tier.TIER_3, this::update, WRITE),
                Method.bot("chat.delete", Tier.TIER_3, this::delete, WRITE),
                Method.bot("chat.getPermalink", Tier.SPECIAL, this::permalink));
    }

    private ObjectNode post(Arguments arguments) throws Refused {
        Channel channel = rooms.toPost(arguments);
        Message.Content content = contents.toPost(arguments);
        Message posted = workspace.timeline().post(channel.id(), arguments.text("thread_ts"), bot(), content);
        if (arguments.flag("reply_broadcast")) broadcast(posted);
        if (faults.swallows("chat.postMessage", channel.id()))
            workspace.timeline().delete(posted);
        ObjectNode message = new MessageJson(workspace).whole(posted);
        return Json.object("channel", channel.id(), "ts", posted.ts(), "message", message);
    }

    private void broadcast(Message posted) {
        workspace.timeline().mark(posted, marks -> new Message.Marks(marks.edited(), true, marks.reactions()));
    }

    private ObjectNode whisper(Arguments arguments) throws Refused {
        Channel channel = rooms.toPost(arguments);
        Person person = workspace
                .people()
                .byId(arguments.need("user", "user_not_found"))
                .orElseThrow(() -> new Refused("user_not_found"));
        if (!channel.has(person.id())) throw new Refused("user_not_in_channel");
        Message.Content content = contents.within(arguments, LONGEST_EPHEMERAL);
        Optional<String> thread = arguments.text("thread_ts");
        Message shown = workspace.timeline().whisper(channel.id(), thread, bot(), person.id(), content);
        if (faults.swallows("chat.postEphemeral", channel.id()))
            workspace.timeline().delete(shown);
        return Json.object("message_ts", shown.ts());
    }

    private ObjectNode update(Arguments arguments) throws Refused {
        Channel channel = rooms.toChange(arguments);
        Message message = own(channel, arguments.need("ts", "message_not_found"), "cant_update_message");
        Message.Content content = keepingMetadata(contents.within(arguments, LONGEST_UPDATE), message);
        boolean marked = content.blocks().isEmpty();
        Message updated = workspace.timeline().rewrite(message, content, marked).orElse(message);
        return Json.object(
                "channel", channel.id(),
                "ts", updated.ts(),
                "text", updated.content().text(),
                "message", new MessageJson(workspace).whole(updated));
    }

    /** Metadata stays unless new metadata is given. */
    private static Message.Content keepingMetadata(Message.Content content, Message old) {
        Optional<ObjectNode> metadata =
                content.metadata().or(() -> old.content().metadata());
        return new Message.Content(content.text(), content.blocks(), content.attachments(), metadata);
    }

    private ObjectNode delete(Arguments arguments) throws Refused {
        Channel channel = rooms.toChange(arguments);
        Message message = own(channel, arguments.need("ts", "message_not_found"), "cant_delete_message");
        workspace.timeline().delete(message);
        return Json.object("channel", channel.id(), "ts", message.ts());
    }

    /** Ephemeral messages are not stored by Slack, so they are not found (slack.md 4.5). */
    private Message own(Channel channel, String ts, String errorForOthers) throws Refused {
        Message message = workspace
                .timeline()
                .find(channel.id(), ts)
                .filter(found -> !found.ephemeral())
                .orElseThrow(() -> new Refused("message_not_found"));
        if (!message.author().equals(bot())) throw new Refused(errorForOthers);
        return message;
    }

    private ObjectNode permalink(Arguments arguments) throws Refused {
        Channel channel = rooms.known(arguments);
        Message message = workspace
                .timeline()
                .find(channel.id(), arguments.need("message_ts", "message_not_found"))
                .filter(found -> !found.ephemeral())
                .orElseThrow(() -> new Refused("message_not_found"));
        String thread = message.place()
                .thread()
                .map(ts -> "?thread_ts=" + ts + "&cid=" + channel.id())
                .orElse("");
        String link =
                base.get() + "/archives/" + channel.id() + "/p" + message.ts().replace(".", "") + thread;
        return Json.object("channel", channel.id(), "permalink", link);
    }

    private String bot() {
        return workspace.app().ids().botUser();
    }
}
