package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.transport.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Malformed payloads with a valid signature: rejected or answered with an error reply, and nothing of them in the log. */
class MalformedPayloadsTest extends HttpModeTestBase {

    private static final int MUTATED_PAYLOADS = 4_000;

    private final List<String> payloads = List.copyOf(
            new SamplePayloads(slack.url("/hooks/x").toString()).all().values());
    private final ListAppender<ILoggingEvent> logAppender = new ListAppender<>();
    private int requestCount;

    @BeforeEach
    void attachAppender() {
        logAppender.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(logAppender);
    }

    @AfterEach
    void detachAppender() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(logAppender);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"type\":",
                "payload=",
                "payload=%7B",
                "payload=%ZZ",
                "payload=null",
                "payload=[1]",
                "payload=\"canary-07\"",
                "payload=%7B%7D&payload=%7Bcanary-07",
                "%",
                "=",
                "&&&&"
            })
    void what_is_no_payload_at_all_is_a_bad_request_or_for_nobody(String body) {
        assertThat(post(body.getBytes(StandardCharsets.UTF_8)).status()).isBetween(400, 500);
        assertUnharmed(0);
    }

    @Test
    void invalid_utf_8_is_a_bad_request() {
        for (String kind : payloads) {
            byte[] body = SamplePayloads.requestBody(kind).getBytes(StandardCharsets.UTF_8);
            body[body.length / 2] = (byte) 0xC3;
            body[body.length / 2 + 1] = (byte) 0x28;
            assertThat(post(body).status()).as(kind).isEqualTo(400);
        }
        assertUnharmed(0);
    }

    @Test
    void deep_and_huge_payloads_are_refused_or_read_without_harm() {
        String deep = "[".repeat(100_000);
        String wide = "x".repeat(900_000);
        for (String kind : payloads) {
            String deeper = kind.replaceFirst("\\{", "{\"deep\":" + deep + "]".repeat(100_000) + ",");
            assertThat(post(deeper).status()).isLessThan(500);
            assertThat(post(kind.replace(SamplePayloads.USER_TEXT_CANARY, wide)).status())
                    .isLessThan(500);
        }
        assertUnharmed(inbox.interactions.size());
        assertThat(inbox.interactions)
                .allSatisfy(interaction -> assertThat(interaction.toString()).hasSizeLessThan(4_000_000));
    }

    @Test
    void blocks_of_next_year_do_not_matter() {
        String block = "{\"type\":\"hologram\",\"block_id\":\"h\",\"shape\":{\"deep\":[1]}}";
        for (String kind : payloads)
            assertThat(post(kind.replace("\"blocks\":[]", "\"blocks\":[" + block + "]")
                                    .replace("\"ts\":\"1.1\"", "\"ts\":\"1.1\",\"blocks\":[" + block + "]"))
                            .status())
                    .as(kind)
                    .isEqualTo(200);
    }

    @Test
    void thousands_of_payloads_with_a_part_missing_or_of_another_type_cost_nothing() {
        Random random = new Random(7);
        for (int i = 0; i < MUTATED_PAYLOADS; i++) {
            JsonNode mutated = StubSlack.parseJson(SamplePayloads.withFreshIds(payloads.get(i % payloads.size()), i));
            mutateOneField((ObjectNode) mutated, random);
            assertThat(post(mutated.toString()).status()).as(mutated.toString()).isLessThan(500);
        }
        assertUnharmed(inbox.interactions.size());
    }

    /** Changes one field at a random place. */
    static void mutateOneField(ObjectNode payload, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collectObjects(payload, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        if (fields.isEmpty()) return;
        String field = fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(field);
            case 1 -> object.putNull(field);
            case 2 -> object.put(field, 17);
            case 3 -> object.put(field, true);
            case 4 -> object.putArray(field).add("canary-07");
            case 5 -> object.putObject(field).put("canary-07", "canary-07");
            case 6 -> object.put(field, "");
            default -> object.set("something_of_next_year", JsonNodeFactory.instance.objectNode());
        }
    }

    private static void collectObjects(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) objects.add(object);
        if (node instanceof ObjectNode || node instanceof ArrayNode)
            node.forEach(child -> collectObjects(child, objects));
    }

    private HttpReply post(String payload) {
        String body = payload;
        try {
            body = SamplePayloads.requestBody(payload);
        } catch (AssertionError e) {
            body = payload.contains("\"event\"") ? payload : "payload=" + payload;
        }
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpReply post(byte[] body) {
        requestCount++; // another second, so that the same body twice is not a copy
        SignedRequest post = SignedRequest.sign(
                body, Fixtures.NOON.getEpochSecond() - 250 + requestCount % 500, StubSlack.SIGNING_SECRET);
        return adapter.handleHttpRequest("POST", post.headers(), body);
    }

    private void assertUnharmed(int interactions) {
        assertThat(inbox.interactions).hasSize(interactions);
        assertThat(logAppender.list).noneMatch(MalformedPayloadsTest::containsUserText);
        String command = SamplePayloads.withFreshIds(payloads.get(0), 1_000_000);
        SignedRequest post = SignedRequest.sign(
                SamplePayloads.requestBody(command).getBytes(StandardCharsets.UTF_8),
                Fixtures.NOON.getEpochSecond(),
                StubSlack.SIGNING_SECRET);
        assertThat(adapter.handleHttpRequest("POST", post.headers(), post.body())
                        .status())
                .isEqualTo(200);
        assertThat(inbox.interactions).hasSize(interactions + 1);
    }

    private static boolean containsUserText(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null
                ? ""
                : event.getThrowableProxy().getMessage()
                        + event.getThrowableProxy().getCause();
        return (event.getFormattedMessage() + thrown).contains(SamplePayloads.USER_TEXT_CANARY);
    }
}
