package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.slack.blockkit.BlockKitLimit;
import java.io.IOException;

/**
 * Where was a form asked for, and about what? It comes back without a place of its own, so it carries this with it.
 *
 * @param channelId may be empty
 * @param responseUrl takes private answers for half an hour; may be empty
 * @param buttonValue the opaque id of what it is about; may be empty
 */
public record PrivateMetadata(String channelId, String responseUrl, String buttonValue) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANNEL_ID = "channel_id";
    private static final String RESPONSE_URL = "response_url";
    private static final String BUTTON_VALUE = "button_value";

    /** Nothing is known. */
    static final PrivateMetadata EMPTY = new PrivateMetadata("", "", "");

    PrivateMetadata withButtonValue(String what) {
        return new PrivateMetadata(channelId, responseUrl, what);
    }

    /** Without the reply address where all are longer than Slack keeps for us. */
    String toJson() {
        ObjectNode kept =
                JsonNodeFactory.instance.objectNode().put(CHANNEL_ID, channelId).put(BUTTON_VALUE, buttonValue);
        String whole = kept.deepCopy().put(RESPONSE_URL, responseUrl).toString();
        return BlockKitLimit.PRIVATE_METADATA.fits(whole) ? whole : kept.toString();
    }

    /** What a form carried; unknown where that is not ours. */
    public static PrivateMetadata parse(String privateMetadata) {
        try {
            JsonNode kept = JSON.readTree(privateMetadata);
            return new PrivateMetadata(
                    kept.path(CHANNEL_ID).asText(""),
                    kept.path(RESPONSE_URL).asText(""),
                    kept.path(BUTTON_VALUE).asText(""));
        } catch (IOException notOurs) {
            return EMPTY;
        }
    }
}
