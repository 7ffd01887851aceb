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
public final class Speaker {

    private final World world;
    private final String name;
    private final String channel;

    Speaker(World world, String name, String channel) {
        this.world = world;
        this.name = name;
        this.channel = channel;
    }

    public Speaker in(String other) {
        return new Speaker(world, name, other);
    }

    public Speaker types(String text) {
        restless();
        act("types", text);
        return this;
    }

    public Speaker presses(String label) {
        restless();
        act("presses", label);
        return this;
    }

    /** Fills in the open form, label by label, and sends it. */
    public Speaker submits(String... labelsAndTexts) {
        restless();
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < labelsAndTexts.length; i += 2) values.put(labelsAndTexts[i], labelsAndTexts[i + 1]);
        act("submits", values);
        return this;
    }

    /** What stands in the windows that the person has open. */
    public String window() {
        return String.join("", world.seen(name, channel).path("views").findValuesAsText("text"));
    }

    /** Waits until this stands in a window of theirs. */
    public Speaker seesInWindow(String text) {
        Awaitility.await(name + " sees in a window: " + text)
                .atMost(World.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> window().contains(text));
        return this;
    }

    /** Closes the window on top; the bot is not told. */
    public Speaker closesWindow() {
        world.acted(Map.of("person", name, "channel", channel, "closes", true));
        return this;
    }

    /** What a button that they see carries. */
    public String carriedBy(String actionId) {
        return messages().findParents("action_id").stream()
                .filter(button -> button.path("action_id").asText().equals(actionId))
                .map(button -> button.path("value").asText())
                .findFirst()
                .orElseThrow();
    }

    /** In their own talk with the bot. */
    public Speaker directly() {
        return in("@lifeline");
    }

    /** Presses without waiting for what comes of it, as a nervous person does. */
    public JsonNode tries(String label) {
        return world.acted(Map.of("person", name, "channel", channel, "presses", label));
    }

    /** Types without minding whether it is taken, as in a storm. */
    public boolean shouts(String text) {
        return world.acted(Map.of("person", name, "channel", channel, "types", text))
                .path("acked")
                .asBoolean();
    }

    private void act(String deed, Object what) {
        JsonNode answer = world.acted(Map.of("person", name, "channel", channel, deed, what));
        if (!answer.path("acked").asBoolean())
            throw new AssertionError(name + " " + deed + " '" + what + "': " + answer);
        Timings.ack(deed, answer.path("ack_ms").asLong());
    }

    /** In a restless world the bot is restarted here; elsewhere nothing happens. */
    public Speaker restarted() {
        restless();
        return this;
    }

    private void restless() {
        if (world.isRestless()) world.restarts();
    }

    /** Waits until the person sees this text somewhere. */
    public Speaker sees(String text) {
        Awaitility.await(name + " sees: " + text)
                .atMost(World.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> everything().contains(text));
        return this;
    }

    /** Waits until this is so. */
    void awaits(String what, Callable<Boolean> holds) {
        Awaitility.await(name + " awaits " + what)
                .atMost(World.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }

    /** Waits until the person sees so many messages, whatever they say. */
    public Speaker seesMessages(int count) {
        Awaitility.await(name + " sees " + count + " messages")
                .atMost(World.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> messages().size() >= count);
        return this;
    }

    /** What the person sees now, as text: messages, replies and notices, a line each. */
    public String everything() {
        return String.join("\n", lines(messages()));
    }

    /** Only what nobody else sees. */
    public String alone() {
        return String.join("\n", notices());
    }

    /** The notices that nobody else sees, one by one. */
    public List<String> notices() {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("ephemeral").asBoolean())
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The messages of a channel, one by one, without replies. */
    public List<String> texts() {
        return StreamSupport.stream(messages().spliterator(), false)
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The replies under the card of a device, in order. */
    public List<String> thread(String device) {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("text").asText().contains(device))
                .filter(message -> message.path("replies").size() > 0)
                .flatMap(message -> StreamSupport.stream(message.path("replies").spliterator(), false))
                .map(reply -> reply.path("text").asText())
                .toList();
    }

    /** How many messages, not counting replies, hold this text. */
    public long count(String text) {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("text").asText().contains(text))
                .count();
    }

    private JsonNode messages() {
        return world.seen(name, channel).path("messages");
    }

    private static List<String> lines(JsonNode messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .flatMap(message -> Stream.concat(
                        Stream.of(message.path("text").asText()), lines(message.path("replies")).stream()))
                .toList();
    }
}
