package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.Message.Reaction;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Emoji on messages: {@code reactions.add} and {@code .remove}. */
final class ReactionMethods {

    private final Workspace workspace;
    private final Rooms rooms;

    ReactionMethods(Workspace workspace, Rooms rooms) {
        this.workspace = workspace;
        this.rooms = rooms;
    }

    List<Method> all() {
        return List.of(
                Method.bot("reactions.add", Tier.TIER_3, this::add, "reactions:write"),
                Method.bot("reactions.remove", Tier.TIER_2, this::remove, "reactions:write"));
    }

    private ObjectNode add(Arguments arguments) throws Refused {
        Message message = message(arguments);
        Reaction reaction = reaction(arguments);
        if (message.marks().reactions().contains(reaction)) throw new Refused("already_reacted");
        List<Reaction> more = new ArrayList<>(message.marks().reactions());
        more.add(reaction);
        return put(message, more);
    }

    private ObjectNode remove(Arguments arguments) throws Refused {
        Message message = message(arguments);
        List<Reaction> fewer = new ArrayList<>(message.marks().reactions());
        if (!fewer.remove(reaction(arguments))) throw new Refused("no_reaction");
        return put(message, fewer);
    }

    private ObjectNode put(Message message, List<Reaction> reactions) {
        workspace.timeline().mark(message, old -> new Message.Marks(old.edited(), old.broadcast(), reactions));
        return Json.object();
    }

    private Message message(Arguments arguments) throws Refused {
        Channel channel = rooms.toChange(arguments);
        return workspace
                .timeline()
                .find(channel.id(), arguments.need("timestamp", "no_item_specified"))
                .filter(found -> !found.ephemeral())
                .orElseThrow(() -> new Refused("message_not_found"));
    }

    private Reaction reaction(Arguments arguments) throws Refused {
        return new Reaction(
                arguments.need("name", "invalid_name"), workspace.app().ids().botUser());
    }
}
