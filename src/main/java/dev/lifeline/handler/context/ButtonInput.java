package dev.lifeline.handler.context;

import dev.lifeline.message.port.ModalRef;
import java.util.Map;
import java.util.Optional;

/**
 * What came with a press, besides what it is about?
 *
 * @param planDigest the digest of the plan that the card showed; empty on buttons that need none
 * @param fieldValues what was filled in, by field; empty without a form
 * @param modal where the answer is shown; empty where none was opened
 */
public record ButtonInput(String planDigest, Map<String, String> fieldValues, Optional<ModalRef> modal) {

    public ButtonInput {
        fieldValues = Map.copyOf(fieldValues);
    }

    /** What a field holds, without the blanks around it. */
    public String fieldText(String field) {
        return fieldValues.getOrDefault(field, "").strip();
    }
}
