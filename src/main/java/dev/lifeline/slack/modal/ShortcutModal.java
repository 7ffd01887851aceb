package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.slack.blockkit.CommandText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Modal of the message shortcut: asks for a device, prefilled with what looks like one in the message. */
public final class ShortcutModal {

    public static final String CALLBACK_ID = "rescue_device";
    public static final String BLOCK_ID = "device";
    public static final String ACTION_ID = "device_name";

    /** Length of the longest DNS name. */
    private static final int MAX_NAME_CHARS = 253;

    /** Most specific first: an IP address, a full name, a name with a hyphen and a digit, a name with a digit. */
    private static final List<Pattern> DEVICE_NAME_PATTERNS = Stream.of(
                    "(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w.]*\\w)",
                    "\\b[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*){2,}\\b",
                    "\\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[a-z0-9]*\\d[a-z0-9]*\\b",
                    "\\b[a-z]{2,}\\d+\\b")
            .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
            .toList();

    private final MessageCatalog catalog;

    private ShortcutModal(Locale locale) {
        this.catalog = MessageCatalog.forLocale(locale);
    }

    /** The view for a message, in a language. */
    public static ObjectNode view(Locale locale, PrivateMetadata metadata, String message) {
        return new ShortcutModal(locale).view(metadata, message);
    }

    private ObjectNode view(PrivateMetadata metadata, String message) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("type", "modal")
                .put("callback_id", CALLBACK_ID)
                .put("private_metadata", metadata.toJson());
        view.set("title", plainText("form.device.title"));
        view.set("submit", plainText("form.device.submit"));
        view.set("close", plainText("form.device.close"));
        view.putArray("blocks").add(inputBlock(guessDeviceName(message)));
        return view;
    }

    private ObjectNode inputBlock(Optional<String> device) {
        ObjectNode input = JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain_text_input")
                .put("action_id", ACTION_ID)
                .put("max_length", MAX_NAME_CHARS);
        device.ifPresent(name -> input.put("initial_value", name));
        ObjectNode block =
                JsonNodeFactory.instance.objectNode().put("type", "input").put("block_id", BLOCK_ID);
        block.set("label", plainText("form.device.label"));
        block.set("hint", plainText("form.device.hint"));
        block.set("element", input);
        return block;
    }

    /** The part of a message that looks most like a device. */
    static Optional<String> guessDeviceName(String message) {
        String text = CommandText.toPlainText(message);
        return DEVICE_NAME_PATTERNS.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .filter(name -> name.length() <= MAX_NAME_CHARS)
                .findFirst();
    }

    private ObjectNode plainText(String key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain_text")
                .put("text", catalog.text(key))
                .put("emoji", false);
    }
}
