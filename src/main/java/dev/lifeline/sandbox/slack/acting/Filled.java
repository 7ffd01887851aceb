package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Elements.Placed;
import dev.lifeline.sandbox.slack.world.Inputs;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.Person;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What has each person put into the elements of a message? Slack keeps that apart for everyone. */
final class Filled {

    private record Key(String person, String ts) {}

    private final Map<Key, ObjectNode> values = new ConcurrentHashMap<>();

    /** Puts a value in, where there is one, and tells all of them. */
    ObjectNode on(Person person, Message message, Placed element, Optional<ObjectNode> put) {
        Key key = new Key(person.id(), message.ts());
        ObjectNode before =
                values.getOrDefault(key, Inputs.initial(message.content().blocks()));
        ObjectNode now = before.deepCopy();
        put.ifPresent(state -> Inputs.set(now, element, state));
        values.put(key, now);
        return now;
    }
}
