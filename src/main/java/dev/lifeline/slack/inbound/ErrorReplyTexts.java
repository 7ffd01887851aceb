package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is said on the doorstep itself, before anything of ours is asked? In English, since who reads it is not known yet. */
final class ErrorReplyTexts {

    private ErrorReplyTexts() {}

    static String internalError(String incident) {
        return "Nothing was done: Lifeline could not write down what you asked for. Please try again; if it fails again, "
                + "tell the operator of the bot incident " + incident + ".";
    }

    static String busy() {
        return "Nothing was done: Lifeline has too much to do just now, or is being restarted. Please try again in a minute.";
    }

    static String wrongWorkspace() {
        return "Nothing was done: this bot serves another workspace. Ask its operator to install it in yours.";
    }

    static String unhandled(String what) {
        return "Nothing was done: Lifeline does not know " + what + ". Type `" + Listeners.COMMAND
                + " help` for what it can do.";
    }

    static String malformed() {
        return "Nothing was done: what Slack sent for this made no sense to Lifeline. Type `" + Listeners.COMMAND
                + " help` for what it can do.";
    }

    /** As the answer to a submitted form: shown in it, below one of its questions. */
    static String modalErrors(String question, String words) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("response_action", "errors");
        answer.putObject("errors").put(question, words);
        return answer.toString();
    }

    /** As the body of an acknowledgement or of a post to a reply address: seen by that person only. */
    static String ephemeralBody(String words) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", words)
                .toString();
    }
}
