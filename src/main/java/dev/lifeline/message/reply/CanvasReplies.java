package dev.lifeline.message.reply;

import dev.lifeline.device.Device;
import dev.lifeline.message.model.CanvasResult;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextRun;
import java.util.Locale;
import java.util.Map;

/** Answers to the button that puts a timeline into a canvas. */
public final class CanvasReplies {

    private final MessageCatalog catalog;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static CanvasReplies in(Locale locale) {
        return new CanvasReplies(MessageCatalog.forLocale(locale));
    }

    private CanvasReplies(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** What became of the canvas, and what to do where there is none. */
    public Message result(Device device, CanvasResult result) {
        return Message.of(catalog.line(
                "canvas." + CommonTerms.key(result),
                Map.of(
                        "device",
                        CommonTerms.device(device),
                        "timeline",
                        new TextRun.Bold(catalog.text("button.timeline")))));
    }
}
