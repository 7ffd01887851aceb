package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** One Slack user in one channel of the fake Slack, who types, clicks and reads. */
public final class SimulatedUser {

    private final SlackSide environment;
    private final String userName;
    private final String channel;

    SimulatedUser(SlackSide environment, String userName, String channel) {
        this.environment = environment;
        this.userName = userName;
        this.channel = channel;
    }

    public SimulatedUser inChannel(String other) {
        return new SimulatedUser(environment, userName, other);
    }

    public SimulatedUser type(String text) {
        restartIfConfigured();
        act("types", text);
        return this;
    }

    public SimulatedUser click(String label) {
        restartIfConfigured();
        act("presses", label);
        return this;
    }

    /** Fills in the open modal by label and submits it. */
    public SimulatedUser submit(String... labelsAndTexts) {
        restartIfConfigured();
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < labelsAndTexts.length; i += 2) values.put(labelsAndTexts[i], labelsAndTexts[i + 1]);
        act("submits", values);
        return this;
    }

    /** Runs a message shortcut. */
    public SimulatedUser runShortcut(String callbackId, String messageTs) {
        run(Map.of("person", userName, "channel", channel, "shortcut", callbackId, "message", messageTs));
        return this;
    }

    /** Runs a global shortcut. */
    public SimulatedUser runShortcut(String callbackId) {
        run(Map.of("person", userName, "channel", channel, "shortcut", callbackId));
        return this;
    }

    /** Types into a select of the open modal, and returns the options that are shown. */
    public List<String> typeAhead(String actionId, String query) {
        return run(Map.of("person", userName, "channel", channel, "asks", actionId, "query", query))
                .at("/ack/options")
                .valueStream()
                .map(option -> option.at("/text/text").asText())
                .toList();
    }

    private JsonNode run(Map<String, Object> action) {
        JsonNode response = environment.act(action);
        if (!response.path("acked").asBoolean()) throw new AssertionError(action + ": " + response);
        return response;
    }

    /** Writes a message, and returns its time stamp. */
    public String post(String text) {
        return run(Map.of("person", userName, "channel", channel, "types", text))
                .path("ts")
                .asText();
    }

    /** Edits a message of the user's. */
    public SimulatedUser edit(String messageTs, String text) {
        run(Map.of("person", userName, "channel", channel, "edits", text, "message", messageTs));
        return this;
    }

    /** The texts of the replies in a thread, in order. */
    public List<String> repliesTo(String messageTs) {
        return messages()
                .valueStream()
                .filter(message -> message.path("ts").asText().equals(messageTs))
                .flatMap(message -> message.path("replies").valueStream())
                .map(reply -> reply.path("text").asText())
                .toList();
    }

    /** Writes a reply into a thread. */
    public SimulatedUser reply(String threadTs, String text) {
        run(Map.of("person", userName, "channel", channel, "types", text, "thread", threadTs));
        return this;
    }

    /** Writes a reply into a thread, and returns its time stamp. */
    public String replyAndReturnTs(String threadTs, String text) {
        return run(Map.of("person", userName, "channel", channel, "types", text, "thread", threadTs))
                .path("ts")
                .asText();
    }

    /** The modals that the user has open, with what was filled in. */
    public JsonNode openModal() {
        return environment.visibleTo(userName, channel).path("views");
    }

    /** The errors that the open modals show, in one text. */
    public String openModalErrors() {
        return environment
                .visibleTo(userName, channel)
                .path("views")
                .findValues("errors")
                .toString();
    }

    /** The options of the radio buttons in the open modals, in order. */
    public List<String> openModalChoices() {
        return environment.visibleTo(userName, channel).path("views").findParents("options").stream()
                .filter(element -> element.path("type").asText().equals("radio_buttons"))
                .flatMap(element -> element.path("options").valueStream())
                .map(option -> option.at("/text/text").asText())
                .toList();
    }

    /** The text of the modals that the user has open. */
    public String openModalText() {
        return openModal().findValues("blocks").stream()
                .flatMap(JsonNode::valueStream)
                .map(block -> String.join("", texts(block)))
                .collect(Collectors.joining("\n"));
    }

    /** Waits until an open modal contains the text. */
    public SimulatedUser waitForModalText(String text) {
        Awaitility.await(userName + " sees in a modal: " + text)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> openModalText().contains(text));
        return this;
    }

    /** Opens the bot's Home tab. */
    public SimulatedUser openHome() {
        run(Map.of("person", userName, "opens", "home"));
        return this;
    }

    /** Clicks on the Home tab. */
    public SimulatedUser clickOnHome(String label) {
        restartIfConfigured();
        run(Map.of("person", userName, "presses", label));
        return this;
    }

    /** The text of the Home tab, a line for each block. */
    public String homeText() {
        return environment
                .visibleTo(userName, channel)
                .path("home")
                .path("blocks")
                .valueStream()
                .map(block -> String.join("", texts(block)))
                .collect(Collectors.joining("\n"));
    }

    /** Waits until the Home tab contains the text. */
    public SimulatedUser waitForHomeText(String text) {
        Awaitility.await(userName + " sees at home: " + text)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> homeText().contains(text));
        return this;
    }

    /** Closes the topmost modal; the bot gets no payload of it. */
    public SimulatedUser closeModal() {
        environment.act(Map.of("person", userName, "channel", channel, "closes", true));
        return this;
    }

    /** The value of a button that the user sees. */
    public String buttonValue(String actionId) {
        return messages().findParents("action_id").stream()
                .filter(button -> button.path("action_id").asText().equals(actionId))
                .map(button -> button.path("value").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The same user in the direct-message channel with the bot. */
    public SimulatedUser inDirectMessage() {
        return inChannel("@lifeline");
    }

    /** Clicks without waiting for the ack. */
    public JsonNode clickUnchecked(String label) {
        return environment.act(Map.of("person", userName, "channel", channel, "presses", label));
    }

    /** Types and returns whether the bot acknowledged it. */
    public boolean typeUnchecked(String text) {
        return environment
                .act(Map.of("person", userName, "channel", channel, "types", text))
                .path("acked")
                .asBoolean();
    }

    private void act(String action, Object value) {
        JsonNode response = environment.act(Map.of("person", userName, "channel", channel, action, value));
        if (!response.path("acked").asBoolean())
            throw new AssertionError(userName + " " + action + " '" + value + "': " + response);
        Timings.recordAck(action, response.path("ack_ms").asLong());
    }

    /** Restarts the bot if the environment restarts it between actions. */
    public SimulatedUser afterRestart() {
        restartIfConfigured();
        return this;
    }

    private void restartIfConfigured() {
        environment.restartIfConfigured();
    }

    /** Waits until the user sees the text in any message. */
    public SimulatedUser waitForText(String text) {
        Awaitility.await(userName + " sees: " + text)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> visibleText().contains(text));
        return this;
    }

    /** Waits until the condition holds. */
    void waitFor(String description, Callable<Boolean> condition) {
        Awaitility.await(userName + " awaits " + description)
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    /** Waits until the user sees at least so many messages. */
    public SimulatedUser waitForMessages(int count) {
        Awaitility.await(userName + " sees " + count + " messages")
                .pollInterval(Duration.ofMillis(50))
                .until(() -> messages().size() >= count);
        return this;
    }

    /** The text that the user sees now: messages, replies and ephemeral messages, one a line. */
    public String visibleText() {
        return String.join("\n", lines(messages()));
    }

    /** The blocks that the user sees now, as JSON. */
    public String visibleBlocks() {
        return messages().findValues("blocks").toString();
    }

    /** The text of each canvas of the channel. */
    public List<String> canvases() {
        return environment.visibleTo(userName, channel).path("canvases").findValuesAsText("markdown");
    }

    /** The labels of the buttons that the user sees, the oldest message first. */
    public List<String> buttonLabels() {
        return labels(messages().findParents("action_id").stream()
                .filter(element -> element.path("type").asText().equals("button")));
    }

    /** The labels in the overflow menus that the user sees. */
    public List<String> menuLabels() {
        return labels(messages().findParents("action_id").stream()
                .filter(element -> element.path("type").asText().equals("overflow"))
                .flatMap(element -> element.path("options").valueStream()));
    }

    private static List<String> labels(Stream<JsonNode> elements) {
        return elements.map(element -> element.at("/text/text").asText()).toList();
    }

    /** The text of the ephemeral messages. */
    public String ephemeralText() {
        return String.join("\n", ephemeralTexts());
    }

    /** The ephemeral messages, one by one. */
    public List<String> ephemeralTexts() {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("ephemeral").asBoolean())
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The messages of the channel, without replies. */
    public List<String> messageTexts() {
        return StreamSupport.stream(messages().spliterator(), false)
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The thread replies under the status message of a device, in order. */
    public List<String> threadReplies(String device) {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("text").asText().contains(device))
                .filter(message -> message.path("replies").size() > 0)
                .flatMap(message -> StreamSupport.stream(message.path("replies").spliterator(), false))
                .map(reply -> reply.path("text").asText())
                .toList();
    }

    /** The number of messages, without replies, that contain the text. */
    public long countMessages(String text) {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("text").asText().contains(text))
                .count();
    }

    private JsonNode messages() {
        return environment.visibleTo(userName, channel).path("messages");
    }

    /** Every text, however deep it stands. */
    private static List<String> texts(JsonNode node) {
        return node.findParents("text").stream()
                .flatMap(parent -> parent.path("text").isTextual()
                        ? Stream.of(parent.path("text").asText())
                        : texts(parent.path("text")).stream())
                .toList();
    }

    private static List<String> lines(JsonNode messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .flatMap(message -> Stream.concat(
                        Stream.of(message.path("text").asText()), lines(message.path("replies")).stream()))
                .toList();
    }
}
