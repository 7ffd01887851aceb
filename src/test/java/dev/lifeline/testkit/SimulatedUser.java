package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** One person in one channel, who types, presses and looks. */
public final class SimulatedUser {

    private final BotEnvironment environment;
    private final String userName;
    private final String channel;

    SimulatedUser(BotEnvironment environment, String userName, String channel) {
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

    /** Fills in the open form, label by label, and sends it. */
    public SimulatedUser submit(String... labelsAndTexts) {
        restartIfConfigured();
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < labelsAndTexts.length; i += 2) values.put(labelsAndTexts[i], labelsAndTexts[i + 1]);
        act("submits", values);
        return this;
    }

    /** What stands in the windows that the person has open. */
    public String openModalText() {
        return String.join(
                "", environment.visibleTo(userName, channel).path("views").findValuesAsText("text"));
    }

    /** Waits until this stands in a window of theirs. */
    public SimulatedUser waitForModalText(String text) {
        Awaitility.await(userName + " sees in a window: " + text)
                .atMost(BotEnvironment.AWAIT_TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> openModalText().contains(text));
        return this;
    }

    /** Closes the window on top; the bot is not told. */
    public SimulatedUser closeModal() {
        environment.act(Map.of("person", userName, "channel", channel, "closes", true));
        return this;
    }

    /** What a button that they see carries. */
    public String buttonValue(String actionId) {
        return messages().findParents("action_id").stream()
                .filter(button -> button.path("action_id").asText().equals(actionId))
                .map(button -> button.path("value").asText())
                .findFirst()
                .orElseThrow();
    }

    /** In their own talk with the bot. */
    public SimulatedUser inDirectMessage() {
        return inChannel("@lifeline");
    }

    /** Presses without waiting for what comes of it, as a nervous person does. */
    public JsonNode clickUnchecked(String label) {
        return environment.act(Map.of("person", userName, "channel", channel, "presses", label));
    }

    /** Types without minding whether it is taken, as in a storm. */
    public boolean typeUnchecked(String text) {
        return environment
                .act(Map.of("person", userName, "channel", channel, "types", text))
                .path("acked")
                .asBoolean();
    }

    private void act(String deed, Object what) {
        JsonNode answer = environment.act(Map.of("person", userName, "channel", channel, deed, what));
        if (!answer.path("acked").asBoolean())
            throw new AssertionError(userName + " " + deed + " '" + what + "': " + answer);
        Timings.recordAck(deed, answer.path("ack_ms").asLong());
    }

    /** In a restless world the bot is restarted here; elsewhere nothing happens. */
    public SimulatedUser afterRestart() {
        restartIfConfigured();
        return this;
    }

    private void restartIfConfigured() {
        if (environment.restartsBetweenActions()) environment.restartBot();
    }

    /** Waits until the person sees this text somewhere. */
    public SimulatedUser waitForText(String text) {
        Awaitility.await(userName + " sees: " + text)
                .atMost(BotEnvironment.AWAIT_TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> visibleText().contains(text));
        return this;
    }

    /** Waits until this is so. */
    void waitFor(String what, Callable<Boolean> holds) {
        Awaitility.await(userName + " awaits " + what)
                .atMost(BotEnvironment.AWAIT_TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }

    /** Waits until the person sees so many messages, whatever they say. */
    public SimulatedUser waitForMessages(int count) {
        Awaitility.await(userName + " sees " + count + " messages")
                .atMost(BotEnvironment.AWAIT_TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> messages().size() >= count);
        return this;
    }

    /** What the person sees now, as text: messages, replies and notices, a line each. */
    public String visibleText() {
        return String.join("\n", lines(messages()));
    }

    /** Only what nobody else sees. */
    public String ephemeralText() {
        return String.join("\n", ephemeralTexts());
    }

    /** The notices that nobody else sees, one by one. */
    public List<String> ephemeralTexts() {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("ephemeral").asBoolean())
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The messages of a channel, one by one, without replies. */
    public List<String> messageTexts() {
        return StreamSupport.stream(messages().spliterator(), false)
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The replies under the card of a device, in order. */
    public List<String> threadReplies(String device) {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("text").asText().contains(device))
                .filter(message -> message.path("replies").size() > 0)
                .flatMap(message -> StreamSupport.stream(message.path("replies").spliterator(), false))
                .map(reply -> reply.path("text").asText())
                .toList();
    }

    /** How many messages, not counting replies, hold this text. */
    public long countMessages(String text) {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("text").asText().contains(text))
                .count();
    }

    private JsonNode messages() {
        return environment.visibleTo(userName, channel).path("messages");
    }

    private static List<String> lines(JsonNode messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .flatMap(message -> Stream.concat(
                        Stream.of(message.path("text").asText()), lines(message.path("replies")).stream()))
                .toList();
    }
}
