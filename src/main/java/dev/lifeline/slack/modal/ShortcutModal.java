package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.inbox.CommandText;
import dev.lifeline.message.model.MessageCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Modal of the message shortcut: asks for a device. It is opened empty; once it is known that the person is served, the message is
 * looked through for what looks like a device, and the field is filled with it.
 */
public final class ShortcutModal {

    public static final String CALLBACK_ID = "rescue_device";
    public static final String BLOCK_ID = "device";

    /** Slack shows an initial value only in a block that is new to an open modal (src/docs/platform/slack.md, section Dispatch details). */
    private static final String PREFILLED_BLOCK_ID = "device_found";

    public static final String ACTION_ID = "device_name";

    /** Length of the longest DNS name. */
    private static final int MAX_NAME_CHARS = 253;

    /**
     * Most specific first: an IP address, a full name, a name with a hyphen and a digit, a name with a digit. The name is the first group.
     */
    private static final List<Pattern> DEVICE_NAME_PATTERNS = Stream.of(
                    "(?:^|[^\\w.])((?:\\d{1,3}\\.){3}\\d{1,3})\\.*(?:$|[^\\w.])",
                    "\\b([a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*){2,})\\b",
                    "\\b([a-z][a-z0-9]*(?:-[a-z0-9]+)*-[a-z0-9]*\\d[a-z0-9]*)\\b",
                    "\\b([a-z]{2,}\\d+)\\b")
            .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
            .toList();

    private final MessageCatalog catalog;

    private ShortcutModal(Locale locale) {
        this.catalog = MessageCatalog.forLocale(locale);
    }

    /** The view with an empty field, in a language. */
    public static ObjectNode view(Locale locale, PrivateMetadata metadata) {
        return new ShortcutModal(locale).view(metadata, Optional.empty());
    }

    /** The view for a person, filled with what looks like a device in the message where the person is served. */
    public static ObjectNode view(SlackUser person, PrivateMetadata metadata, String message) {
        boolean served = person.kind() == SlackUser.UserKind.MEMBER;
        return new ShortcutModal(person.locale()).view(metadata, served ? guessDeviceName(message) : Optional.empty());
    }

    private ObjectNode view(PrivateMetadata metadata, Optional<String> device) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("type", "modal")
                .put("callback_id", CALLBACK_ID)
                .put("private_metadata", metadata.toJson());
        view.set("title", plainText("form.device.title"));
        view.set("submit", plainText("form.device.submit"));
        view.set("close", plainText("form.device.close"));
        view.putArray("blocks").add(inputBlock(device));
        return view;
    }

    private ObjectNode inputBlock(Optional<String> device) {
        ObjectNode input = JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain_text_input")
                .put("action_id", ACTION_ID)
                .put("max_length", MAX_NAME_CHARS);
        device.ifPresent(name -> input.put("initial_value", name));
        ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", "input");
        block.put("block_id", device.isPresent() ? PREFILLED_BLOCK_ID : BLOCK_ID);
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
                .map(matcher -> matcher.group(1))
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
