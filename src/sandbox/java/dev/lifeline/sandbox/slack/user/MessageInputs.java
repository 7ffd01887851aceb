package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import dev.lifeline.sandbox.slack.workspace.StateValues;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.User;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The values each user has put into the elements of a message; Slack keeps them apart for each user. Thread-safe. */
final class MessageInputs {

    private record Key(String userId, String messageTs) {}

    private final Map<Key, ObjectNode> valuesByKey = new ConcurrentHashMap<>();

    /** Stores a value, where there is one, and returns all values. */
    ObjectNode update(User user, Message message, BlockElement element, Optional<ObjectNode> stateEntry) {
        Key key = new Key(user.id(), message.ts());
        ObjectNode oldValues =
                valuesByKey.getOrDefault(key, StateValues.initialValues(message.content().blocks()));
        ObjectNode values = oldValues.deepCopy();
        stateEntry.ifPresent(state -> StateValues.setValue(values, element, state));
        valuesByKey.put(key, values);
        return values;
    }
}
