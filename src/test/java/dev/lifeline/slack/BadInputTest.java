package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** What is signed and makes no sense: refused or apologized for, and nothing of it in the log. */
class BadInputTest extends HttpConversation {

    private static final int MUTANTS = 4_000;

    private final List<String> kinds =
            List.copyOf(new PayloadKinds(slack.url("/hooks/x").toString()).all().values());
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private int turn;

    @BeforeEach
    void listen() {
        logged.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(logged);
    }

    @AfterEach
    void unlisten() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(logged);
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
        assertThat(sent(body.getBytes(StandardCharsets.UTF_8)).status()).isBetween(400, 500);
        staysUnharmed(0);
    }

    @Test
    void invalid_utf_8_is_a_bad_request() {
        for (String kind : kinds) {
            byte[] body = PayloadKinds.body(kind).getBytes(StandardCharsets.UTF_8);
            body[body.length / 2] = (byte) 0xC3;
            body[body.length / 2 + 1] = (byte) 0x28;
            assertThat(sent(body).status()).as(kind).isEqualTo(400);
        }
        staysUnharmed(0);
    }

    @Test
    void deep_and_huge_payloads_are_refused_or_read_without_harm() {
        String deep = "[".repeat(100_000);
        String wide = "x".repeat(900_000);
        for (String kind : kinds) {
            String deeper = kind.replaceFirst("\\{", "{\"deep\":" + deep + "]".repeat(100_000) + ",");
            assertThat(sent(deeper).status()).isLessThan(500);
            assertThat(sent(kind.replace(PayloadKinds.PRIVATE, wide)).status()).isLessThan(500);
        }
        staysUnharmed(inbox.asks.size());
        assertThat(inbox.asks).allSatisfy(ask -> assertThat(ask.toString()).hasSizeLessThan(4_000_000));
    }

    @Test
    void blocks_of_next_year_do_not_matter() {
        String block = "{\"type\":\"hologram\",\"block_id\":\"h\",\"shape\":{\"deep\":[1]}}";
        for (String kind : kinds)
            assertThat(sent(kind.replace("\"blocks\":[]", "\"blocks\":[" + block + "]")
                                    .replace("\"ts\":\"1.1\"", "\"ts\":\"1.1\",\"blocks\":[" + block + "]"))
                            .status())
                    .as(kind)
                    .isEqualTo(200);
    }

    @Test
    void thousands_of_payloads_with_a_part_missing_or_of_another_type_cost_nothing() {
        Random random = new Random(7);
        for (int i = 0; i < MUTANTS; i++) {
            JsonNode mutant = StubSlack.json(PayloadKinds.fresh(kinds.get(i % kinds.size()), i));
            mutate((ObjectNode) mutant, random);
            assertThat(sent(mutant.toString()).status()).as(mutant.toString()).isLessThan(500);
        }
        staysUnharmed(inbox.asks.size());
    }

    /** Changes one part, anywhere. */
    private static void mutate(ObjectNode payload, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(payload, objects);
        ObjectNode victim = objects.get(random.nextInt(objects.size()));
        List<String> fields = new ArrayList<>();
        victim.fieldNames().forEachRemaining(fields::add);
        if (fields.isEmpty()) return;
        String field = fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(8)) {
            case 0 -> victim.remove(field);
            case 1 -> victim.putNull(field);
            case 2 -> victim.put(field, 17);
            case 3 -> victim.put(field, true);
            case 4 -> victim.putArray(field).add("canary-07");
            case 5 -> victim.putObject(field).put("canary-07", "canary-07");
            case 6 -> victim.put(field, "");
            default -> victim.set("something_of_next_year", JsonNodeFactory.instance.objectNode());
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) objects.add(object);
        if (node instanceof ObjectNode || node instanceof ArrayNode) node.forEach(child -> collect(child, objects));
    }

    private HttpAnswer sent(String payload) {
        String body = payload;
        try {
            body = PayloadKinds.body(payload);
        } catch (AssertionError tooDeepToRead) {
            body = payload.contains("\"event\"") ? payload : "payload=" + payload;
        }
        return sent(body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpAnswer sent(byte[] body) {
        turn++; // another second, so that the same body twice is not a copy
        SignedPost post = SignedPost.of(body, SettableClock.NOON.getEpochSecond() - 250 + turn % 500, StubSlack.SECRET);
        return door.answer("POST", post.headers(), body);
    }

    private void staysUnharmed(int asks) {
        assertThat(inbox.asks).hasSize(asks);
        assertThat(logged.list).noneMatch(BadInputTest::tellsWhatPeopleWrote);
        String command = PayloadKinds.fresh(kinds.get(0), 1_000_000);
        SignedPost post = SignedPost.of(
                PayloadKinds.body(command).getBytes(StandardCharsets.UTF_8),
                SettableClock.NOON.getEpochSecond(),
                StubSlack.SECRET);
        assertThat(door.answer("POST", post.headers(), post.body()).status()).isEqualTo(200);
        assertThat(inbox.asks).hasSize(asks + 1);
    }

    private static boolean tellsWhatPeopleWrote(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null
                ? ""
                : event.getThrowableProxy().getMessage()
                        + event.getThrowableProxy().getCause();
        return (event.getFormattedMessage() + thrown).contains(PayloadKinds.PRIVATE);
    }
}
