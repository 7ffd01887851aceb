package dev.lifeline.message.status;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;

/** Says of a message about a drill that it is one; leaves every other as it is. */
final class DrillMark {

    private final MessageCatalog catalog;

    DrillMark(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The message with a paragraph below its title that says what a drill is. */
    Message explain(RescueRequest request, Message message) {
        if (!request.isDrill()) return message;
        List<MessageBlock> blocks = new ArrayList<>(List.of(new MessageBlock.Paragraph(catalog.line("drill.note"))));
        blocks.addAll(message.blocks());
        return new Message(message.title(), message.withHeader(), blocks);
    }

    /** The line with a word before it. */
    TextLine prefix(RescueRequest request, TextLine line) {
        if (!request.isDrill()) return line;
        List<TextRun> runs = new ArrayList<>(catalog.line("drill.prefix").runs());
        runs.add(new TextRun.Text(" "));
        runs.addAll(line.runs());
        return new TextLine(runs);
    }
}
