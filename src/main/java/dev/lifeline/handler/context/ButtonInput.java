package dev.lifeline.handler.context;

import dev.lifeline.handler.inbox.CommandText;
import dev.lifeline.message.port.ModalRef;
import java.util.Map;
import java.util.Optional;

/**
 * What a click on a request's button carries besides the request.
 *
 * @param planDigest the digest of the plan that the message showed; empty on buttons that need none
 * @param fieldValues what was filled in, by the name of the field, in Slack's markup; empty without a form
 * @param modal the modal that waits for the answer; empty where none was opened
 */
public record ButtonInput(String planDigest, Map<String, String> fieldValues, Optional<ModalRef> modal) {
    public ButtonInput {
        fieldValues = Map.copyOf(fieldValues);
    }

    /** The text of a field without surrounding blanks; empty where the field is absent. */
    public String fieldText(String field) {
        return CommandText.toPlainText(fieldValues.getOrDefault(field, ""));
    }
}
