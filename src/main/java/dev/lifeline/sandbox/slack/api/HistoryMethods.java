package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.MessageJson;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was said in a channel or thread: {@code conversations.history} and {@code .replies}. */
final class HistoryMethods {

    private static final String[] HISTORY = {"channels:history", "groups:history", "im:history", "mpim:history"};

    private final Workspace workspace;
    private final Rooms rooms;

    HistoryMethods(Workspace workspace, Rooms rooms) {
        this.workspace = workspace;
        this.rooms = rooms;
    }

    List<Method> all() {
        return List.of(
                Method.bot("conversations.history", Tier.TIER_3, this::history, HISTORY),
                Method.bot("conversations.replies", Tier.TIER_3, this::replies, HISTORY));
    }

    /** Newest first; replies only where they were broadcast. */
    private ObjectNode history(Arguments arguments) throws Refused {
        Channel channel = rooms.toHear(arguments);
        List<Message> shown = new ArrayList<>(workspace.timeline().in(channel.id()).stream()
                .filter(message -> !message.ephemeral())
                .filter(message -> !message.reply() || message.marks().broadcast())
                .toList());
        Collections.reverse(shown);
        return page(arguments, shown);
    }

    /** The first message of the thread, then its replies, oldest first. */
    private ObjectNode replies(Arguments arguments) throws Refused {
        Channel channel = rooms.toHear(arguments);
        Message asked = workspace
                .timeline()
                .find(channel.id(), arguments.need("ts", "thread_not_found"))
                .filter(message -> !message.ephemeral())
                .orElseThrow(() -> new Refused("thread_not_found"));
        Message root = asked.place()
                .thread()
                .flatMap(ts -> workspace.timeline().find(channel.id(), ts))
                .orElse(asked);
        List<Message> thread = Stream.concat(Stream.of(root), workspace.timeline().repliesTo(root).stream())
                .toList();
        return page(arguments, thread);
    }

    private ObjectNode page(Arguments arguments, List<Message> messages) throws Refused {
        MessageJson json = new MessageJson(workspace);
        boolean whole = arguments.flag("include_all_metadata");
        Predicate<Message> asked = within(arguments);
        List<ObjectNode> told = messages.stream()
                .filter(asked)
                .map(message -> whole ? json.whole(message) : json.of(message))
                .toList();
        return Pages.of(arguments).of("messages", told);
    }

    private static Predicate<Message> within(Arguments arguments) throws Refused {
        int slack = arguments.flag("inclusive") ? 0 : 1;
        Optional<BigDecimal> oldest = time(arguments, "oldest");
        Optional<BigDecimal> latest = time(arguments, "latest");
        return message -> {
            BigDecimal at = new BigDecimal(message.ts());
            boolean early = oldest.filter(from -> at.compareTo(from) < slack).isPresent();
            boolean late = latest.filter(to -> to.compareTo(at) < slack).isPresent();
            return !early && !late;
        };
    }

    private static Optional<BigDecimal> time(Arguments arguments, String name) throws Refused {
        try {
            return arguments.text(name).map(BigDecimal::new);
        } catch (NumberFormatException notATime) {
            throw new Refused("invalid_ts_" + name);
        }
    }
}
