package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextRun;
import java.util.Locale;
import java.util.Map;

/** Texts of error replies. */
final class ErrorReplyTexts {

    private final MessageCatalog catalog;

    private ErrorReplyTexts(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The texts in the language of a locale; English where the catalogue lacks it. */
    static ErrorReplyTexts in(Locale locale) {
        return new ErrorReplyTexts(MessageCatalog.forLocale(locale));
    }

    String internalError(String incident) {
        return text("internal-error", incident);
    }

    /** For a write that failed or was not confirmed in time; in the rare case that it was made all the same, its answer follows. */
    String storageUnavailable(String incident) {
        return text("storage-unavailable", incident);
    }

    /** Slack opens a form only within three seconds after the click. */
    String triggerExpired() {
        return text("trigger-expired", "");
    }

    /** Slack did not answer a call of the bot, or limits its calls. */
    String slackUnavailable(String incident) {
        return text("slack-unavailable", incident);
    }

    /** Slack refused a call of the bot, and would refuse it again. */
    String refusedBySlack(String incident) {
        return text("refused-by-slack", incident);
    }

    String busy() {
        return text("busy", "");
    }

    String wrongWorkspace() {
        return text("wrong-workspace", "");
    }

    String notInstalled(String installUrl) {
        return catalog.line("error-reply.not-installed", Map.of("url", new TextRun.Text(installUrl)))
                .plainText();
    }

    String unknownCommand() {
        return text("unknown-command", "");
    }

    /** For a button, a form or a shortcut that no listener knows. */
    String unknownClick() {
        return text("unknown-click", "");
    }

    String malformed() {
        return text("malformed", "");
    }

    private String text(String key, String incident) {
        return catalog.line(
                        "error-reply." + key,
                        Map.of(
                                "incident", new TextRun.Text(incident),
                                "command", new TextRun.Text("`" + Listeners.COMMAND + " help`")))
                .plainText();
    }

    /** Acknowledgement of a submission: the text as the error of one input block. */
    static ObjectNode modalErrors(String blockId, String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("response_action", "errors");
        body.putObject("errors").put(blockId, text);
        return body;
    }

    /** Body of an acknowledgement or of a post to a response URL: an ephemeral message. */
    static ObjectNode ephemeralBody(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", text);
    }
}
