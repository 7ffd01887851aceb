package dev.lifeline.message.reply;

import dev.lifeline.device.Outage;
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

/** The texts of the modal that shows a password. The password itself is added by the Slack adapter. */
public final class PasswordReplies {

    private final MessageCatalog catalog;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static PasswordReplies in(Locale locale) {
        return new PasswordReplies(MessageCatalog.forLocale(locale));
    }

    private PasswordReplies(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** While the password is read. */
    public Message loading() {
        return Message.of(catalog.line("password.waiting"));
    }

    /** The title of the modal; at most 24 characters (src/docs/platform/slack.md, section Sizes). */
    public String title() {
        return catalog.text("password.title");
    }

    /** The label of the button that closes the modal. */
    public String closeLabel() {
        return catalog.text("password.close");
    }

    /** The text above the password. */
    public Message passwordHeader(RescueRequest request, String username) {
        List<Field> fields = new ArrayList<>(List.of(field("field.device", CommonTerms.device(request.device()))));
        if (!username.isEmpty()) fields.add(field("field.log-in-as", new TextRun.Code(username)));
        return new Message(
                catalog.line("password.record"),
                false,
                List.of(new Fields(fields), new Context(catalog.line("password.audited"))));
    }

    /** The device of a drill has none. */
    public Message drill(RescueRequest request) {
        return message("password.drill", request);
    }

    /** The provider returned no password: there is none, or the bot may not read it. */
    public Message noPassword(RescueRequest request) {
        return message("password.none", request);
    }

    /** The provider gave no usable answer. */
    public Message providerUnavailable(RescueRequest request, Outage outage) {
        return message("password.provider-away." + CommonTerms.key(outage), request);
    }

    /** The device is not in rescue. */
    public Message notAccessible(RescueRequest request) {
        return message("password.not-enterable", request);
    }

    /** No modal could be opened, or it was closed. */
    public Message modalUnavailable(RescueRequest request) {
        return message("password.no-window", request);
    }

    /** Slack did not confirm that the password was shown. */
    public Message displayUnconfirmed(RescueRequest request) {
        return message("password.perhaps", request);
    }

    private Message message(String key, RescueRequest request) {
        return Message.of(catalog.line(key, Map.of("device", CommonTerms.device(request.device()))));
    }

    private Field field(String label, TextRun value) {
        return new Field(catalog.text(label), TextLine.of(value));
    }
}
