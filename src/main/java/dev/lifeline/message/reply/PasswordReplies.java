package dev.lifeline.message.reply;

import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Field;
import dev.lifeline.message.model.MessageBlock.Fields;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands in the window of somebody who wants to see a password? The password itself is nobody's words: the door puts it below. */
public final class PasswordReplies {

    private final MessageCatalog catalog;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static PasswordReplies in(Locale locale) {
        return new PasswordReplies(MessageCatalog.forLocale(locale));
    }

    private PasswordReplies(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** At once, before anything is known. */
    public Message loading() {
        return Message.of(catalog.line("password.waiting"));
    }

    /** What the window is called; at most 24 characters (slack.md 4.1). */
    public String title() {
        return catalog.text("password.title");
    }

    /** What closes it. */
    public String closeLabel() {
        return catalog.text("password.close");
    }

    /** What stands above the password. */
    public Message passwordHeader(RescueRequest request, String username) {
        List<Field> fields = new ArrayList<>(List.of(field("field.device", CommonTerms.device(request.device()))));
        if (!username.isEmpty()) fields.add(field("field.log-in-as", new TextRun.Code(username)));
        return new Message(
                catalog.line("password.record"),
                false,
                List.of(new Fields(fields), new Context(catalog.line("password.audited"))));
    }

    /** The provider tells none: there is none, or the bot may not read it. */
    public Message noPassword(RescueRequest request) {
        return message("password.none", request);
    }

    public Message providerUnavailable(RescueRequest request) {
        return message("password.provider-away", request);
    }

    /** The device is not in rescue, or not any more. */
    public Message notAccessible(RescueRequest request) {
        return message("password.not-enterable", request);
    }

    /** There was no window to show it in, or it is gone. */
    public Message modalUnavailable(RescueRequest request) {
        return message("password.no-window", request);
    }

    /** The platform did not say whether it was shown. */
    public Message displayUnconfirmed(RescueRequest request) {
        return message("password.perhaps", request);
    }

    private Message message(String phrase, RescueRequest request) {
        return Message.of(catalog.line(phrase, Map.of("device", CommonTerms.device(request.device()))));
    }

    private Field field(String label, TextRun value) {
        return new Field(catalog.text(label), TextLine.of(value));
    }
}
