package dev.lifeline.testkit;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.StreamKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An outbox in memory that records every call. */
public final class InMemoryOutbox implements Outbox {

    public final List<String> calls = new ArrayList<>();
    private final List<OutboxMessage> messages = new ArrayList<>();
    private final Map<StreamKey, MessageRef> statusMessages = new HashMap<>();
    private final Set<Long> unreadable = new HashSet<>();
    private boolean takenOverAfterAttempt;
    private boolean takenOver;

    public void add(OutboxMessage outboxMessage) {
        messages.add(outboxMessage);
    }

    public void putStatusMessage(StreamKey streamKey, MessageRef messageRef) {
        statusMessages.put(streamKey, messageRef);
    }

    /** The message stays pending, and cannot be read, as one of a newer release. */
    public void makeUnreadable(long id) {
        unreadable.add(id);
    }

    @Override
    public List<OutboxMessage> pending(StreamKey streamKey) {
        return messages.stream()
                .filter(outboxMessage -> !unreadable.contains(outboxMessage.id()))
                .filter(outboxMessage -> outboxMessage.streamKey().equals(streamKey))
                .toList();
    }

    @Override
    public List<StreamKey> pendingStreams() {
        return messages.stream().map(OutboxMessage::streamKey).distinct().toList();
    }

    @Override
    public void markAttempted(OutboxMessage outboxMessage) {
        if (!outboxMessage.attempted()) calls.add("attempted " + outboxMessage.id());
        takenOver = takenOverAfterAttempt;
        messages.replaceAll(other -> other.id() == outboxMessage.id()
                ? new OutboxMessage(outboxMessage.id(), outboxMessage.streamKey(), outboxMessage.content(), true)
                : other);
    }

    /** From the next attempt on another process has the streams. */
    public void takeOverAfterAttempt() {
        takenOverAfterAttempt = true;
    }

    /** This process has the streams again. */
    public void getBack() {
        takenOverAfterAttempt = false;
        takenOver = false;
    }

    @Override
    public void checkRight() {
        if (takenOver) throw new IllegalStateException("taken over");
    }

    @Override
    public void markDelivered(OutboxMessage outboxMessage, Optional<MessageRef> postedAt) {
        calls.add("delivered " + outboxMessage.id());
        postedAt.ifPresent(messageRef -> statusMessages.put(outboxMessage.streamKey(), messageRef));
        messages.removeIf(other -> other.id() == outboxMessage.id());
    }

    @Override
    public void markUndeliverable(OutboxMessage outboxMessage, String reason, Runnable instead) {
        instead.run();
        calls.add("undeliverable " + outboxMessage.id() + " " + reason);
        messages.removeIf(other -> other.id() == outboxMessage.id());
    }

    @Override
    public Optional<MessageRef> statusMessage(StreamKey streamKey) {
        return Optional.ofNullable(statusMessages.get(streamKey));
    }
}
