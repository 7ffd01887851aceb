package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.View;
import dev.lifeline.sandbox.slack.world.Workspace;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code GET /sandbox/sees}: what would this person see now, oldest first (design.md 3)? */
public final class Sight {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Workspace workspace;
    private final Places places;

    public Sight(Workspace workspace) {
        this.workspace = workspace;
        this.places = new Places(workspace);
    }

    public Answer answer(Call call) {
        Optional<Person> person = call.parameter("person").flatMap(places::person);
        if (person.isEmpty()) return missing("user_not_found");
        Optional<String> named = call.parameter("channel");
        Optional<Channel> channel = named.flatMap(name -> places.seenBy(person.get(), name));
        if (named.isPresent() && channel.isEmpty()) return missing("channel_not_found");
        return Answer.json(OK, sees(person.get(), channel));
    }

    private static Answer missing(String error) {
        return Answer.json(NOT_FOUND, Json.object("ok", false, "error", error));
    }

    private ObjectNode sees(Person person, Optional<Channel> channel) {
        List<ObjectNode> views =
                workspace.views().of(person.id()).stream().map(this::json).toList();
        List<ObjectNode> notices = workspace.shown().notices().to(person.id(), channel.map(Channel::id)).stream()
                .map(notice -> Json.object("ts", notice.ts(), "text", notice.text()))
                .toList();
        return Json.object(
                "messages",
                channel.map(seen -> messages(person, seen)).orElse(List.of()),
                "views",
                views,
                "home",
                workspace.views().home(person.id()).<Object>map(this::json).orElse(Json.NULL),
                "notices",
                notices);
    }

    private ObjectNode json(View view) {
        return view.json(workspace.app()).setAll(Json.object("errors", view.errors()));
    }

    private List<ObjectNode> messages(Person person, Channel channel) {
        List<Message> seen = workspace.timeline().in(channel.id()).stream()
                .filter(message -> message.seenBy(person.id()))
                .toList();
        Set<String> timestamps = seen.stream().map(Message::ts).collect(Collectors.toSet());
        Map<String, List<Message>> replies = seen.stream()
                .filter(Message::reply)
                .collect(Collectors.groupingBy(reply -> reply.place().thread().orElse("")));
        return seen.stream()
                .filter(message -> atTop(message, timestamps))
                .map(message -> whole(message, replies.getOrDefault(message.ts(), List.of())))
                .toList();
    }

    /** Replies are below their first message, but for broadcast ones and those whose first message is not there. */
    private static boolean atTop(Message message, Set<String> timestamps) {
        boolean below = message.reply()
                && message.place().thread().filter(timestamps::contains).isPresent();
        return !below || message.marks().broadcast();
    }

    private ObjectNode whole(Message message, List<Message> replies) {
        List<ObjectNode> below = replies.stream().map(this::json).toList();
        return json(message).setAll(Json.object("reply_count", below.size(), "replies", below));
    }

    private ObjectNode json(Message message) {
        Optional<Person> author = workspace.people().byId(message.author());
        return Json.object(
                "ts", message.ts(),
                "thread_ts", message.place().thread(),
                "user", author.map(Person::handle).orElse(message.author()),
                "user_id", message.author(),
                "bot", author.map(person -> person.standing().bot()).orElse(false),
                "text", message.content().text(),
                "blocks", message.content().blocks(),
                "ephemeral", message.ephemeral(),
                "edited", message.marks().edited().isPresent(),
                "reactions", Json.array(message.marks().reactions()),
                "reply_count", 0,
                "replies", Json.nothing());
    }
}
