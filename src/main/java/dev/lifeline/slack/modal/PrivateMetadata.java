package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.slack.blockkit.BlockKitLimit;
import java.io.IOException;
import java.util.Locale;

/**
 * The {@code private_metadata} of a form: where it was opened and about what, since a submission carries neither.
 *
 * @param channelId may be empty
 * @param threadTs the thread in which it was opened; may be empty
 * @param responseUrl takes ephemeral replies for 30 minutes; may be empty
 * @param buttonValue opaque value of the button that opened the form; may be empty
 * @param locale the language that the form is in
 */
public record PrivateMetadata(
        String channelId, String threadTs, String responseUrl, String buttonValue, Locale locale) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANNEL_ID = "channel_id";
    private static final String THREAD_TS = "thread_ts";
    private static final String RESPONSE_URL = "response_url";
    private static final String BUTTON_VALUE = "button_value";
    private static final String LOCALE = "locale";

    /** All parts empty. */
    static final PrivateMetadata EMPTY = new PrivateMetadata("", "", "");

    /** Outside of threads, in English. */
    public PrivateMetadata(String channelId, String responseUrl, String buttonValue) {
        this(channelId, "", responseUrl, buttonValue, Locale.ENGLISH);
    }

    PrivateMetadata withButtonValue(String newButtonValue) {
        return new PrivateMetadata(channelId, threadTs, responseUrl, newButtonValue, locale);
    }

    public PrivateMetadata withLocale(Locale newLocale) {
        return new PrivateMetadata(channelId, threadTs, responseUrl, buttonValue, newLocale);
    }

    /** As JSON; without the response URL where all parts together exceed the 3,000 characters that Slack keeps. */
    String toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(CHANNEL_ID, channelId)
                .put(THREAD_TS, threadTs)
                .put(BUTTON_VALUE, buttonValue)
                .put(LOCALE, locale.toLanguageTag());
        String complete = json.deepCopy().put(RESPONSE_URL, responseUrl).toString();
        return BlockKitLimit.PRIVATE_METADATA.fits(complete) ? complete : json.toString();
    }

    /** Parses the metadata of a submission; empty where it is not the bot's. */
    public static PrivateMetadata parse(String privateMetadata) {
        try {
            JsonNode json = JSON.readTree(privateMetadata);
            return new PrivateMetadata(
                    json.path(CHANNEL_ID).asText(""),
                    json.path(THREAD_TS).asText(""),
                    json.path(RESPONSE_URL).asText(""),
                    json.path(BUTTON_VALUE).asText(""),
                    Locale.forLanguageTag(json.path(LOCALE).asText("en")));
        } catch (IOException e) {
            return EMPTY;
        }
    }
}
