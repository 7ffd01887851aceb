package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Texts of error replies, in English: the person's locale is not known yet. */
final class ErrorReplyTexts {

    private ErrorReplyTexts() {}

    static String internalError(String incident) {
        return "Nothing was done: Lifeline could not store your request. Please try again; if it fails again, "
                + "tell the operator of the bot incident " + incident + ".";
    }

    /** For a write that failed or was not confirmed in time; in the rare case that it was made all the same, its answer follows. */
    static String storageUnavailable(String incident) {
        return "Nothing was done: Lifeline is busy, its database does not answer. Please try again in a minute; should an answer "
                + "to this still come, it counts. If it fails again, tell the operator of the bot incident " + incident
                + ".";
    }

    /** Slack opens a form only within three seconds after the click. */
    static String triggerExpired() {
        return "Nothing was done: Slack opens a form only within three seconds, and this took longer. Please try it again.";
    }

    /** Slack did not answer a call of the bot, or limits its calls. */
    static String slackUnavailable(String incident) {
        return "Nothing was done: Slack does not answer Lifeline just now, so no form could be opened. Please try again in a "
                + "minute; if it fails again, tell the operator of the bot incident " + incident + ".";
    }

    /** Slack refused a call of the bot, and would refuse it again. */
    static String refusedBySlack(String incident) {
        return "Nothing was done: Slack refused what Lifeline needs for this. Trying again does not help: tell the operator of "
                + "the bot incident " + incident + ", under which its log names the reason.";
    }

    static String busy() {
        return "Nothing was done: Lifeline has too much to do just now, or is being restarted. Please try again in a minute.";
    }

    static String wrongWorkspace() {
        return "Nothing was done: this bot serves another workspace. Ask its operator to install it in yours.";
    }

    static String notInstalled(String installUrl) {
        return "Nothing was done: Lifeline is not installed in this workspace, or no longer. Ask an administrator of the workspace to "
                + "install it at " + installUrl + ".";
    }

    static String unhandled(String subject) {
        return "Nothing was done: Lifeline does not know " + subject + ". Type `" + Listeners.COMMAND
                + " help` for what it can do.";
    }

    static String malformed() {
        return "Nothing was done: what Slack sent for this made no sense to Lifeline. Type `" + Listeners.COMMAND
                + " help` for what it can do.";
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
