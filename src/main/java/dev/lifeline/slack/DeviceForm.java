package dev.lifeline.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Phrasebook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which device is a message about? Asks in a modal, filled in with what looks like a device in the message. */
final class DeviceForm {

    static final String CALLBACK = "rescue_device";
    static final String BLOCK = "device";
    static final String ACTION = "device_name";

    /** As long as any name that a device can have. */
    private static final int LONGEST = 253;

    /** The surest signs first: an address, a full name, a name with a hyphen and a digit, a name with a digit. */
    private static final List<Pattern> DEVICES = Stream.of(
                    "(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w.]*\\w)",
                    "\\b[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*){2,}\\b",
                    "\\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[a-z0-9]*\\d[a-z0-9]*\\b",
                    "\\b[a-z]{2,}\\d+\\b")
            .map(sign -> Pattern.compile(sign, Pattern.CASE_INSENSITIVE))
            .toList();

    private final Phrasebook words;

    private DeviceForm(Locale locale) {
        this.words = Phrasebook.in(locale);
    }

    /** The form about a message, in that language. */
    static ObjectNode view(Locale locale, FormOrigin origin, String message) {
        return new DeviceForm(locale).view(origin, message);
    }

    private ObjectNode view(FormOrigin origin, String message) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("type", "modal")
                .put("callback_id", CALLBACK)
                .put("private_metadata", origin.written());
        view.set("title", plain("form.device.title"));
        view.set("submit", plain("form.device.submit"));
        view.set("close", plain("form.device.close"));
        view.putArray("blocks").add(question(likely(message)));
        return view;
    }

    private ObjectNode question(Optional<String> device) {
        ObjectNode input = JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain_text_input")
                .put("action_id", ACTION)
                .put("max_length", LONGEST);
        device.ifPresent(name -> input.put("initial_value", name));
        ObjectNode block =
                JsonNodeFactory.instance.objectNode().put("type", "input").put("block_id", BLOCK);
        block.set("label", plain("form.device.label"));
        block.set("hint", plain("form.device.hint"));
        block.set("element", input);
        return block;
    }

    /** What in a message looks most like a device. */
    static Optional<String> likely(String message) {
        String said = TypedText.plain(message);
        return DEVICES.stream()
                .map(sign -> sign.matcher(said))
                .filter(Matcher::find)
                .map(Matcher::group)
                .filter(name -> name.length() <= LONGEST)
                .findFirst();
    }

    private ObjectNode plain(String phrase) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain_text")
                .put("text", words.words(phrase))
                .put("emoji", false);
    }
}
