package dev.lifeline.message.status;

import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says of a message about a drill that it is one; leaves every other as it is. */
public final class DrillMark {

    private final MessageCatalog catalog;

    /** The mark in the language of a locale; English where the catalogue lacks a phrase. */
    public static DrillMark in(Locale locale) {
        return new DrillMark(MessageCatalog.forLocale(locale));
    }

    DrillMark(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The message with a paragraph below its title that says what a drill is. */
    Message explain(RescueRequest request, Message message) {
        if (!request.isDrill()) return message;
        List<MessageBlock> blocks = new ArrayList<>(List.of(new MessageBlock.Paragraph(catalog.line("drill.note"))));
        blocks.addAll(message.blocks());
        return new Message(message.title(), message.withHeader(), blocks, message.notification());
    }

    /** The message with a word before its first line. */
    public Message prefix(RescueRequest request, Message message) {
        if (!request.isDrill()) return message;
        TextLine title = new CommonTerms(catalog).markDrill(request, message.title());
        return new Message(title, message.withHeader(), message.blocks(), message.notification());
    }
}
