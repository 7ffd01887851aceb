package dev.lifeline.slack.blockkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.MessageBlock.Step;
import dev.lifeline.message.model.MessageBlock.Steps;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renders steps: as a plan with a task card each (https://docs.slack.dev/reference/block-kit/blocks/plan-block), or as a title and a list
 * for a workspace that refuses plans. Titles in both name the state in a word.
 */
final class PlanBlock {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TextBudget budget;

    PlanBlock(TextBudget budget) {
        this.budget = budget;
    }

    ObjectNode plan(Steps steps) {
        ObjectNode plan = JSON.objectNode().put("type", "plan").put("title", text(steps.title()));
        ArrayNode tasks = plan.putArray("tasks");
        for (Step step : steps.steps()) tasks.add(taskCard(step, "step-" + tasks.size()));
        return plan;
    }

    private ObjectNode taskCard(Step step, String id) {
        ObjectNode card = JSON.objectNode()
                .put("type", "task_card")
                .put("task_id", id)
                .put("title", text(step.text()))
                .put("status", status(step));
        step.detail().ifPresent(detail -> card.set("details", new RichTextBlock(budget).paragraph(detail)));
        return card;
    }

    private static String status(Step step) {
        return switch (step.state()) {
            case DONE -> "complete";
            case RUNNING -> "in_progress";
            case PENDING -> "pending";
        };
    }

    private String text(String text) {
        return budget.take(BlockKitLimit.CONTEXT_TEXT.truncate(TextSanitizer.sanitizeLine(text)));
    }

    /** Without a plan. */
    Stream<ObjectNode> plain(Steps steps) {
        RichTextBlock richText = new RichTextBlock(budget);
        return Stream.of(
                richText.paragraph(TextLine.of(new TextRun.Bold(steps.title()))),
                richText.bullets(steps.steps().stream().map(PlanBlock::line).toList()));
    }

    private static TextLine line(Step step) {
        List<TextRun> runs = new ArrayList<>(List.of(new TextRun.Text(step.text())));
        step.detail().ifPresent(detail -> {
            runs.add(new TextRun.Text(". "));
            runs.addAll(detail.runs());
        });
        return new TextLine(runs);
    }
}
