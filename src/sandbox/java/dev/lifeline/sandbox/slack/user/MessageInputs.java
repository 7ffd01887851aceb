package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import dev.lifeline.sandbox.slack.workspace.StateValues;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.User;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What has each person put into the elements of a message? Slack keeps that apart for everyone. */
final class MessageInputs {

    private record Key(String userId, String messageTs) {}

    private final Map<Key, ObjectNode> valuesByKey = new ConcurrentHashMap<>();

    /** Puts a value in, where there is one, and tells all of them. */
    ObjectNode update(User user, Message message, BlockElement element, Optional<ObjectNode> put) {
        Key key = new Key(user.id(), message.ts());
        ObjectNode before =
                valuesByKey.getOrDefault(key, StateValues.initialValues(message.content().blocks()));
        ObjectNode now = before.deepCopy();
        put.ifPresent(state -> StateValues.setValue(now, element, state));
        valuesByKey.put(key, now);
        return now;
    }
}
