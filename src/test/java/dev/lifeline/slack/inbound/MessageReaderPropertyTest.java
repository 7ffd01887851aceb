package dev.lifeline.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are read out of blocks and attachments of any kind, also of kinds that neither the bot nor Slack's SDK knows. */
class MessageReaderPropertyTest {

    private static final int MESSAGES = 2_000;
    private static final int MAX_NESTING = 5;
    private static final String WORD = "web-09";
    private static final List<String> NAMES = List.of(
            "text",
            "title",
            "rows",
            "elements",
            "child_blocks",
            "caption",
            "body",
            "novelty",
            "value",
            "description",
            "tasks",
            "output");

    private final Random random = new Random(14);
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    /** The word, somewhere within objects and lists of unknown names. */
    private JsonNode nested(int depth) {
        if (depth == 0) return json.textNode(WORD);
        boolean list = random.nextInt(3) == 0;
        if (list)
            return json.arrayNode().add(json.objectNode().put("type", "filler")).add(nested(depth - 1));
        ObjectNode object = json.objectNode().put("type", "unheard_of");
        return object.set(NAMES.get(random.nextInt(NAMES.size())), nested(depth - 1));
    }

    private ObjectNode unknownBlock() {
        ObjectNode block = json.objectNode().put("type", "block_of_2027").put("block_id", "b");
        block.set("novelty", nested(random.nextInt(MAX_NESTING)));
        return block;
    }

    private static ObjectNode message(Supplier<ObjectNode> content, String... path) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("text", "CPU is high");
        ObjectNode holder = message;
        for (int i = 0; i < path.length - 1; i++)
            holder = holder.putArray(path[i]).addObject();
        ArrayNode list = holder.putArray(path[path.length - 1]);
        list.add(content.get());
        return message;
    }

    private void assertReadsTheWord(JsonNode message) {
        assertThat(MessageReader.read(message))
                .as(message.toString())
                .anyMatch(piece -> piece.text().contains(WORD));
    }

    @Test
    void a_word_in_an_unknown_block_is_read_wherever_it_stands() {
        for (int i = 0; i < MESSAGES; i++) {
            assertReadsTheWord(message(this::unknownBlock, "blocks"));
            assertReadsTheWord(message(this::unknownBlock, "attachments", "blocks"));
            assertReadsTheWord(message(this::unknownBlock, "attachments"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"table\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"Host\"}],[{\"type\":\"raw_text\",\"text\":\"web-09\"}]]}",
                "{\"type\":\"data_table\",\"caption\":\"Hosts\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"Host\"}],[{\"type\":\"raw_text\",\"text\":\"web-09\"}]]}",
                "{\"type\":\"card\",\"title\":{\"type\":\"plain_text\",\"text\":\"web-09\"}}",
                "{\"type\":\"carousel\",\"elements\":[{\"type\":\"card\",\"body\":{\"type\":\"mrkdwn\",\"text\":\"web-09\"}}]}",
                "{\"type\":\"container\",\"title\":{\"type\":\"plain_text\",\"text\":\"x\"},\"child_blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"web-09\"}}]}",
                "{\"type\":\"plan\",\"title\":\"x\",\"tasks\":[{\"type\":\"task_card\",\"title\":\"web-09\",\"task_id\":\"1\",\"status\":\"error\"}]}",
                "{\"type\":\"markdown\",\"text\":\"**web-09**\"}",
                "{\"type\":\"alert\",\"text\":{\"type\":\"plain_text\",\"text\":\"web-09\"}}"
            })
    void a_word_in_each_recent_block_is_read(String block) throws Exception {
        JsonNode parsed = new com.fasterxml.jackson.databind.ObjectMapper().readTree(block);
        assertReadsTheWord(message(() -> (ObjectNode) parsed, "blocks"));
        assertReadsTheWord(message(() -> (ObjectNode) parsed, "attachments", "blocks"));
    }
}
