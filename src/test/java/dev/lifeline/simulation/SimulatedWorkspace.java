package dev.lifeline.simulation;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.rescue.ChannelId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Slack holds and shows: channels, the messages in them, and the buttons that each person has seen. */
final class SimulatedWorkspace {

    static final ChannelId INCIDENT = new ChannelId("C0INCIDENT");
    static final ChannelId OPERATIONS = new ChannelId("C0OPERATIONS");
    /** A direct message with the bot: no rule names it. */
    static final ChannelId DIRECT = new ChannelId("D0DIRECT");

    private static final Pattern LINK_ADDRESS = Pattern.compile("/link/([A-Za-z0-9._-]+)");
    private static final int REMEMBERED_BUTTONS = 60;
    private static final int ANSWERED_BUTTONS = 12;

    private final Map<ChannelId, String> channels = new LinkedHashMap<>();
    private final Set<ChannelId> archived = new HashSet<>();
    private final Map<MessageRef, Message> shown = new LinkedHashMap<>();
    private final Map<SlackUserId, Deque<SeenButton>> seen = new LinkedHashMap<>();
    private final Map<MessageRef, List<SeenButton>> onMessages = new LinkedHashMap<>();
    private final Map<SlackUserId, Deque<SeenButton>> answers = new HashMap<>();
    private final Map<Long, MessageRef> postedByOutboxId = new LinkedHashMap<>();
    private final Map<SlackUserId, List<Button>> told = new HashMap<>();
    private final List<String> toldPrivately = new ArrayList<>();
    private final Map<SlackUserId, String> linkCodes = new HashMap<>();
    private long nextTs = 1;

    /** A button in a message, in the channel where it stands. */
    record SeenButton(Button button, ChannelId channel) {}

    SimulatedWorkspace() {
        channels.put(INCIDENT, "incident-42");
        channels.put(OPERATIONS, "operations");
    }

    List<ChannelId> channels() {
        return List.copyOf(channels.keySet());
    }

    Optional<String> channelName(ChannelId id) {
        return Optional.ofNullable(channels.get(id));
    }

    boolean isArchived(ChannelId channel) {
        return archived.contains(channel);
    }

    void archive(ChannelId channel) {
        archived.add(channel);
    }

    void unarchive(ChannelId channel) {
        archived.remove(channel);
    }

    Optional<MessageRef> findPosted(long outboxId) {
        return Optional.ofNullable(postedByOutboxId.get(outboxId));
    }

    /** Posts a message; everybody sees its buttons. */
    MessageRef post(ChannelId channel, long outboxId, Message message, List<SlackUserId> viewers) {
        MessageRef messageRef = new MessageRef(channel.value(), Long.toString(nextTs++));
        postedByOutboxId.put(outboxId, messageRef);
        show(messageRef, message, viewers);
        return messageRef;
    }

    void show(MessageRef messageRef, Message message, List<SlackUserId> viewers) {
        shown.put(messageRef, message);
        ChannelId channel = new ChannelId(messageRef.channelId());
        List<SeenButton> buttons = buttons(message).stream()
                .map(button -> new SeenButton(button, channel))
                .toList();
        if (buttons.isEmpty()) onMessages.remove(messageRef);
        else onMessages.put(messageRef, buttons);
        viewers.forEach(viewer -> remember(viewer, channel, message));
    }

    /** The part of the newest address for a proof that a person was told. */
    Optional<String> linkCode(SlackUserId person) {
        return Optional.ofNullable(linkCodes.get(person));
    }

    /** Shows a message to one person. */
    void tell(SlackUserId person, ChannelId channel, Message message) {
        Matcher address = LINK_ADDRESS.matcher(message.toString());
        if (address.find()) linkCodes.put(person, address.group(1));
        toldPrivately.add(person + ": " + message.plainText());
        told.computeIfAbsent(person, reader -> new ArrayList<>()).addAll(buttons(message));
        remember(person, channel, message);
        Deque<SeenButton> newest = answers.computeIfAbsent(person, reader -> new ArrayDeque<>());
        buttons(message).forEach(button -> newest.add(new SeenButton(button, channel)));
        while (newest.size() > ANSWERED_BUTTONS) newest.remove();
    }

    private void remember(SlackUserId viewer, ChannelId channel, Message message) {
        Deque<SeenButton> buttons = seen.computeIfAbsent(viewer, person -> new ArrayDeque<>());
        buttons(message).forEach(button -> buttons.add(new SeenButton(button, channel)));
        while (buttons.size() > REMEMBERED_BUTTONS) buttons.remove();
    }

    static List<Button> buttons(Message message) {
        return message.blocks().stream()
                .filter(MessageBlock.Buttons.class::isInstance)
                .flatMap(block -> ((MessageBlock.Buttons) block).all().stream())
                .toList();
    }

    Optional<Message> message(MessageRef messageRef) {
        return Optional.ofNullable(shown.get(messageRef));
    }

    List<SeenButton> seenBy(SlackUserId person) {
        return List.copyOf(seen.getOrDefault(person, new ArrayDeque<>()));
    }

    /** The buttons that the messages in the channels show now. */
    List<SeenButton> shownNow() {
        return onMessages.values().stream().flatMap(List::stream).toList();
    }

    /** The newest buttons that one person was told privately. */
    List<SeenButton> answeredTo(SlackUserId person) {
        return List.copyOf(answers.getOrDefault(person, new ArrayDeque<>()));
    }

    /** The buttons in what one person was told privately. */
    List<Button> told(SlackUserId person) {
        return List.copyOf(told.getOrDefault(person, List.of()));
    }

    /** Whether anything that is shown to others or told to one holds a text. */
    boolean shows(String text) {
        return shown.values().stream().anyMatch(message -> message.plainText().contains(text))
                || toldPrivately.stream().anyMatch(told -> told.contains(text));
    }
}
