package dev.lifeline.slack.blockkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders a line as a context block. Text is plain text, which Slack does not parse; only user mentions and dates are mrkdwn, made of ids
 * and numbers (promise P9).
 */
final class ContextBlock {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TextBudget budget;

    ContextBlock(TextBudget budget) {
        this.budget = budget;
    }

    ObjectNode block(TextLine textLine) {
        List<ObjectNode> elements = elements(textLine);
        if (elements.size() > BlockKitLimit.CONTEXT_ELEMENTS.max())
            elements = plainText(textLine.plainText()).stream().toList();
        ObjectNode block = JSON.objectNode().put("type", "context");
        ArrayNode array = block.putArray("elements");
        elements.forEach(array::add);
        return block;
    }

    private List<ObjectNode> elements(TextLine textLine) {
        List<ObjectNode> elements = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (TextRun textRun : textLine.runs()) {
            String mrkdwn = Mrkdwn.format(textRun);
            if (mrkdwn.isEmpty()) text.append(TextLine.of(textRun).plainText());
            else {
                flush(text, elements);
                elements.add(text("mrkdwn", mrkdwn));
            }
        }
        flush(text, elements);
        return elements;
    }

    private void flush(StringBuilder text, List<ObjectNode> elements) {
        plainText(text.toString()).ifPresent(elements::add);
        text.setLength(0);
    }

    /** Empty where no visible text or no budget is left. */
    private Optional<ObjectNode> plainText(String text) {
        String shown = budget.take(BlockKitLimit.CONTEXT_TEXT.truncate(
                TextSanitizer.sanitizeLine(text).strip()));
        return Optional.of(text("plain_text", shown).put("emoji", false)).filter(element -> !shown.isEmpty());
    }

    private static ObjectNode text(String type, String text) {
        return JSON.objectNode().put("type", type).put("text", text);
    }
}
