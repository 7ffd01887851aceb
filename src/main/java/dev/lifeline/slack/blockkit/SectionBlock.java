package dev.lifeline.slack.blockkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.MessageBlock;
import java.util.Optional;

/** Renders a row as a section of plain text, which Slack does not parse (promise P9), with its button as the accessory. */
final class SectionBlock {

    private final TextBudget budget;

    SectionBlock(TextBudget budget) {
        this.budget = budget;
    }

    /** Empty where no visible text or no budget is left: Slack rejects a section without text. */
    Optional<ObjectNode> block(MessageBlock.Row row) {
        String text = TextSanitizer.sanitizeLines(row.textLine().plainText()).strip();
        String shown = budget.take(BlockKitLimit.CONTEXT_TEXT.truncate(text));
        if (shown.isBlank()) return Optional.empty();
        ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", "section");
        block.putObject("text").put("type", "plain_text").put("text", shown).put("emoji", false);
        row.button()
                .ifPresent(button ->
                        block.set("accessory", new ActionsBlock(TextSanitizer.sanitizeLine(text)).button(button)));
        return Optional.of(block);
    }
}
