package dev.lifeline.slack.blockkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.MessageBlock.Menu;
import java.util.Optional;

/**
 * Renders a menu as an overflow element. It has one action id for all its options, so the value of each names the button that it stands for
 * (https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element).
 */
public final class OverflowMenu {

    private static final char SEPARATOR = ' ';

    private OverflowMenu() {}

    /** The button that an option stands for. */
    public record Choice(String actionId, String value) {}

    static ObjectNode element(Menu menu) {
        ObjectNode element =
                JsonNodeFactory.instance.objectNode().put("type", "overflow").put("action_id", Action.MENU_ID);
        ArrayNode options = element.putArray("options");
        menu.choices().stream()
                .limit(BlockKitLimit.OVERFLOW_OPTIONS.max())
                .forEach(choice -> options.add(option(choice)));
        return element;
    }

    private static ObjectNode option(Button choice) {
        String value = choice.actionId() + SEPARATOR + choice.value();
        ObjectNode option =
                JsonNodeFactory.instance.objectNode().put("value", BlockKitLimit.OPTION_VALUE.requireFits(value));
        String label = TextSanitizer.sanitizeLine(choice.label());
        option.set("text", ActionsBlock.plainText(BlockKitLimit.BUTTON_TEXT.truncate(label)));
        return option;
    }

    /** Reads the value of an option; empty where it is of no menu of the bot. */
    public static Optional<Choice> parse(String optionValue) {
        int separator = optionValue.indexOf(SEPARATOR);
        return separator < 1
                ? Optional.empty()
                : Optional.of(new Choice(optionValue.substring(0, separator), optionValue.substring(separator + 1)));
    }
}
