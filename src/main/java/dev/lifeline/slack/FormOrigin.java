package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Where was a form asked for, and about what? It comes back without a place of its own, so it carries this with it.
 *
 * @param channel may be empty
 * @param reply takes private answers for half an hour; may be empty
 * @param subject the opaque id of what it is about; may be empty
 */
record FormOrigin(String channel, String reply, String subject) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing is known. */
    static final FormOrigin UNKNOWN = new FormOrigin("", "", "");

    FormOrigin about(String what) {
        return new FormOrigin(channel, reply, what);
    }

    /** Without the reply address where all are longer than Slack keeps for us. */
    String written() {
        ObjectNode kept =
                JsonNodeFactory.instance.objectNode().put("channel", channel).put("subject", subject);
        String whole = kept.deepCopy().put("reply", reply).toString();
        return Limit.PRIVATE_METADATA.holds(whole) ? whole : kept.toString();
    }

    /** What a form carried; unknown where that is not ours. */
    static FormOrigin read(String privateMetadata) {
        try {
            JsonNode kept = JSON.readTree(privateMetadata);
            return new FormOrigin(
                    kept.path("channel").asText(""),
                    kept.path("reply").asText(""),
                    kept.path("subject").asText(""));
        } catch (IOException notOurs) {
            return UNKNOWN;
        }
    }
}
