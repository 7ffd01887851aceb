package dev.lifeline.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How do choices look? As buttons; a screen reader hears what each is about. */
final class Buttons {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String about;

    /**
     * Buttons under one message.
     *
     * @param about the message's title, which alone says what "Yes" means
     */
    Buttons(String about) {
        this.about = about;
    }

    /** One row or several: Slack takes an action only once a row, and only so many. */
    List<ObjectNode> rows(List<Choice> choices) {
        List<ObjectNode> rows = new ArrayList<>();
        List<Choice> row = new ArrayList<>();
        Set<Object> actions = new HashSet<>();
        for (Choice choice : choices) {
            if (row.size() == Limit.BUTTONS_IN_A_ROW.most() || actions.contains(choice.id())) {
                rows.add(row(row));
                row.clear();
                actions.clear();
            }
            row.add(choice);
            actions.add(choice.id());
        }
        if (!row.isEmpty()) rows.add(row(row));
        return rows;
    }

    private ObjectNode row(List<Choice> choices) {
        ObjectNode block = JSON.objectNode().put("type", "actions");
        var elements = block.putArray("elements");
        choices.forEach(choice -> elements.add(button(choice)));
        return block;
    }

    private ObjectNode button(Choice choice) {
        String label = CleanText.line(choice.label());
        ObjectNode button =
                JSON.objectNode().put("type", "button").put("action_id", Limit.ACTION_ID.whole(choice.id()));
        button.set("text", plain(Limit.BUTTON.cut(label)));
        button.put("value", Limit.VALUE.whole(choice.subject()));
        button.put("accessibility_label", Limit.ACCESSIBILITY_LABEL.cut(label + ": " + about));
        if (choice.weight() == Choice.Weight.PRIMARY) button.put("style", "primary");
        if (choice.weight() == Choice.Weight.DANGER) button.put("style", "danger");
        choice.question().ifPresent(question -> button.set("confirm", dialog(question, choice.weight())));
        return button;
    }

    private static ObjectNode dialog(Choice.Question question, Choice.Weight weight) {
        ObjectNode dialog = JSON.objectNode();
        dialog.set("title", plain(Limit.CONFIRM_TITLE.cut(CleanText.line(question.title()))));
        dialog.set("text", plain(Limit.CONFIRM_TEXT.cut(CleanText.lines(question.text()))));
        dialog.set("confirm", plain(Limit.CONFIRM_BUTTON.cut(CleanText.line(question.yes()))));
        dialog.set("deny", plain(Limit.CONFIRM_BUTTON.cut(CleanText.line(question.no()))));
        if (weight == Choice.Weight.DANGER) dialog.put("style", "danger");
        return dialog;
    }

    /** Slack refuses a text without a character. */
    private static ObjectNode plain(String words) {
        String text = words.isEmpty() ? "–" : words;
        return JSON.objectNode().put("type", "plain_text").put("text", text).put("emoji", false);
    }
}
