package dev.lifeline.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.testkit.SlackReference;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Calls methods of the fake Slack as documented, without each of their arguments and with values that are wrong, and keeps answers and
 * errors. Values such as {@code $ts} stand for what is made anew for each call.
 */
final class MethodSurvey {

    private static final String MODAL = """
            {"type":"modal","title":{"type":"plain_text","text":"Rescue"},"blocks":[{"type":"divider"}]}""";

    private static final String BLOCKS = "[{\"type\":\"divider\"}]";
    private static final String ATTACHMENTS = "[{\"text\":\"log\",\"fallback\":\"log\"}]";
    private static final String METADATA = "{\"event_type\":\"rescue\",\"event_payload\":{\"id\":\"1\"}}";

    private static final int MAX_QUERY_CHARS = 4_000;

    private static final List<String> WRONG_VALUES = List.of(
            "",
            "nonsense",
            "C0RANDOM",
            "C0NOWHERE",
            "G0OPSPRIVATE",
            "[]",
            "{}",
            "{",
            "U0GWEN",
            "U0LIFELINE",
            "1.1",
            "-1",
            "x".repeat(13_000));

    private final FakeSlackTestBase fake;
    private final RawSocket socket;
    private final Map<String, SampleShape> answers = new TreeMap<>();
    private final Map<String, Set<String>> errors = new TreeMap<>();
    private final Map<String, Set<String>> missingRequired = new TreeMap<>();
    private final Set<String> acceptedWithout = new HashSet<>();
    private final Map<String, Set<String>> acceptedBeyondLimits = new TreeMap<>();
    private final Set<String> succeeded = new HashSet<>();

    MethodSurvey(FakeSlackTestBase fake) {
        this.fake = fake;
        this.socket = connect(fake);
    }

    private static RawSocket connect(FakeSlackTestBase fake) {
        RawSocket fresh = RawSocket.open(fake.client);
        fresh.awaitFrame("hello");
        return fresh;
    }

    void grant(List<String> scopes) {
        fake.client.post("/sandbox/app", Map.of("scopes", scopes));
    }

    SampleShape answersOf(String method) {
        return answers.computeIfAbsent(method, name -> new SampleShape(SlackReference.sample(name)));
    }

    Set<String> errorsOf(String method) {
        return errors.computeIfAbsent(method, ignored -> new TreeSet<>());
    }

    Set<String> missingRequiredOf(String method) {
        return missingRequired.computeIfAbsent(method, ignored -> new TreeSet<>());
    }

    boolean acceptsWithout(String method, String argument) {
        return acceptedWithout.contains(method + " " + argument);
    }

    /** Arguments of which a value was accepted that is beyond what is documented. */
    Set<String> acceptedBeyondLimits(String method) {
        return acceptedBeyondLimits.computeIfAbsent(method, ignored -> new TreeSet<>());
    }

    boolean succeeded(String method) {
        return succeeded.contains(method);
    }

    /** Calls a method with valid arguments, then with each of them missing or wrong. */
    void survey(String method, Map<String, String> valid) {
        call(method, valid);
        callWithSuperfluousCharset(method, valid);
        callBeyondLimits(method, valid);
        for (String argument : names(method, valid)) {
            Map<String, String> without = new LinkedHashMap<>(valid);
            if (without.remove(argument) != null
                    && call(method, without).path("ok").asBoolean()) acceptedWithout.add(method + " " + argument);
            for (String wrong : WRONG_VALUES) {
                Map<String, String> changed = new LinkedHashMap<>(valid);
                changed.put(argument, wrong);
                call(method, changed);
            }
        }
    }

    private void callBeyondLimits(String method, Map<String, String> valid) {
        SlackReference.valuesBeyondLimits(method).forEach((argument, value) -> {
            Map<String, String> changed = new LinkedHashMap<>(valid);
            changed.put(argument, value);
            if (call(method, changed).path("ok").asBoolean())
                acceptedBeyondLimits(method).add(argument);
        });
    }

    private void callWithSuperfluousCharset(String method, Map<String, String> valid) {
        List<String> fields = new ArrayList<>();
        resolve(valid).forEach((name, value) -> fields.addAll(List.of(name, value)));
        answersOf(method)
                .add(FakeSlackClient.parseJson(
                        fake.client.callApiRaw(method, tokenFor(method), fields.toArray(String[]::new))));
    }

    private static Set<String> names(String method, Map<String, String> valid) {
        Set<String> names = new TreeSet<>(valid.keySet());
        SlackReference.method(method)
                .path("args")
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        names.remove("token");
        if (method.equals("api.test")) names.remove("error");
        return names;
    }

    /** Calls a method twice alike, by other tokens, for an archived channel, and for one that the bot is not in. */
    void surveyRefusals(String method, Map<String, String> valid) {
        Map<String, String> resolved = resolve(valid);
        send(method, tokenFor(method), resolved);
        send(method, tokenFor(method), resolved);
        for (String token : List.of("", "xoxb-wrong", FakeSlackClient.BOT_TOKEN, FakeSlackClient.APP_TOKEN))
            send(method, token, resolved);
        for (String fault : List.of("archive-channel", "remove-bot")) {
            fake.client.injectFault(Map.of("fault", fault, "channel", "incident-42"));
            send(method, tokenFor(method), resolved);
            fake.client.delete("/sandbox/faults");
        }
        fake.act("asha", Map.of("types", "/invite @lifeline"));
    }

    private JsonNode call(String method, Map<String, String> arguments) {
        return send(method, tokenFor(method), resolve(arguments));
    }

    private static String tokenFor(String method) {
        return method.startsWith("apps.") ? FakeSlackClient.APP_TOKEN : FakeSlackClient.BOT_TOKEN;
    }

    private Map<String, String> resolve(Map<String, String> arguments) {
        fake.clock.advance(Duration.ofMinutes(1));
        Map<String, String> resolved = new LinkedHashMap<>(arguments);
        resolved.replaceAll((name, value) -> value.startsWith("$") ? placeholder(value) : value);
        return resolved;
    }

    private String placeholder(String name) {
        return switch (name) {
            case "$ts" -> post();
            case "$thread" -> thread();
            case "$channel_with_thread" -> {
                thread();
                yield FakeSlackTestBase.INCIDENT_CHANNEL;
            }
            case "$reacted" -> reactedTo(post());
            case "$stream" -> stream(post());
            case "$trigger" -> trigger();
            case "$soon" -> Long.toString(fake.clock.instant().getEpochSecond() + 30);
            case "$name" -> "incident-" + fake.clock.instant().getEpochSecond();
            case "$channel" -> createdChannel();
            case "$files" -> "[{\"id\":\"" + uploadedFile() + "\",\"title\":\"log\"}]";
            case "$view" -> open();
            case "$trigger_with_modal" -> {
                open();
                yield trigger();
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String post() {
        return post("text", "up");
    }

    private String post(String... content) {
        List<String> fields = new ArrayList<>(List.of("channel", FakeSlackTestBase.INCIDENT_CHANNEL));
        fields.addAll(List.of(content));
        return FakeSlackClient.parseJson(
                        request("chat.postMessage", FakeSlackClient.BOT_TOKEN, fields.toArray(String[]::new)))
                .path("ts")
                .asText();
    }

    /** A message with all that a message can have: blocks, attachments, metadata, a reaction, an edit, and a broadcast reply. */
    private String thread() {
        String ts = reactedTo(post("text", "up", "blocks", BLOCKS, "attachments", ATTACHMENTS, "metadata", METADATA));
        update("ts", ts, "text", "down");
        update("ts", ts, "text", "down", "blocks", BLOCKS, "attachments", ATTACHMENTS);
        post("text", "a reply", "thread_ts", ts, "reply_broadcast", "true");
        return ts;
    }

    private void update(String... content) {
        List<String> fields = new ArrayList<>(List.of("channel", FakeSlackTestBase.INCIDENT_CHANNEL));
        fields.addAll(List.of(content));
        request("chat.update", FakeSlackClient.BOT_TOKEN, fields.toArray(String[]::new));
    }

    private String createdChannel() {
        return FakeSlackClient.parseJson(
                        request("conversations.create", FakeSlackClient.BOT_TOKEN, "name", placeholder("$name")))
                .at("/channel/id")
                .asText();
    }

    private String uploadedFile() {
        JsonNode announced = FakeSlackClient.parseJson(
                request("files.getUploadURLExternal", FakeSlackClient.BOT_TOKEN, "length", "3", "filename", "log.txt"));
        fake.client.post(announced.path("upload_url").asText(), Map.of());
        return announced.path("file_id").asText();
    }

    private String reactedTo(String ts) {
        fake.client.callApi(
                "reactions.add", "channel", FakeSlackTestBase.INCIDENT_CHANNEL, "timestamp", ts, "name", "eyes");
        return ts;
    }

    private String stream(String thread) {
        return fake.client
                .callApi(
                        "chat.startStream",
                        "channel",
                        FakeSlackTestBase.INCIDENT_CHANNEL,
                        "thread_ts",
                        thread,
                        "recipient_user_id",
                        "U0ASHA",
                        "recipient_team_id",
                        "T0LIFELINE")
                .path("ts")
                .asText();
    }

    private String open() {
        return fake.client
                .callApi("views.open", "trigger_id", trigger(), "view", MODAL)
                .at("/view/id")
                .asText();
    }

    /** Types a command, acknowledges it and returns its trigger id. */
    private String trigger() {
        int before = socket.frames().size();
        var typed = CompletableFuture.supplyAsync(() -> fake.act("asha", Map.of("types", "/rescue")));
        JsonNode envelope = socket.awaitFrame(frame -> socket.frames().indexOf(frame) >= before);
        socket.ack(envelope, "");
        typed.join();
        return envelope.path("payload").path("trigger_id").asText();
    }

    private JsonNode send(String method, String token, Map<String, String> arguments) {
        List<String> fields = new ArrayList<>();
        arguments.forEach((name, value) -> fields.addAll(List.of(name, value)));
        JsonNode answer = FakeSlackClient.parseJson(request(method, token, fields.toArray(String[]::new)));
        if (answer.path("ok").asBoolean()) {
            keep(method, answer);
        } else {
            errorsOf(method).add(answer.path("error").asText());
            answersOf(method).addRefusal(answer);
        }
        return answer;
    }

    private HttpResponse<String> request(String method, String token, String... fields) {
        boolean fitsQuery = String.join("", fields).length() < MAX_QUERY_CHARS;
        return fitsQuery
                ? fake.client.callApiByGet(method, token, fields)
                : fake.client.callApiRaw(method, token, fields);
    }

    private void keep(String method, JsonNode answer) {
        succeeded.add(method);
        answersOf(method).add(answer);
        SlackReference.method(method).path("output").path("required").forEach(field -> {
            if (!answer.has(field.asText())) missingRequiredOf(method).add(field.asText());
        });
    }
}
