package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The rules of a modal or an App Home, except for its blocks. */
final class ViewRules {

    private ViewRules() {}

    static Validator forSurface(Surface surface) {
        return surface == Surface.MODAL ? modal().and(ViewRules::requireSubmitForInputs) : view("home");
    }

    private static Validator modal() {
        return view("modal")
                .required("title", Validator.plainTextObject(BlockKitLimits.MAX_VIEW_TITLE_CHARS))
                .optional("submit", Validator.plainTextObject(BlockKitLimits.MAX_VIEW_TITLE_CHARS))
                .optional("close", Validator.plainTextObject(BlockKitLimits.MAX_VIEW_TITLE_CHARS));
    }

    private static ObjectValidator view(String type) {
        return new ObjectValidator()
                .required("type", Validator.oneOf(Set.of(type)))
                .required("blocks", Validator.ANY)
                .optional("private_metadata", Validator.stringOrEmpty(BlockKitLimits.MAX_PRIVATE_METADATA_CHARS))
                .optional("callback_id", Validator.stringOrEmpty(BlockKitLimits.MAX_ID_CHARS))
                .optional("external_id", Validator.stringOrEmpty(BlockKitLimits.MAX_ID_CHARS))
                .allow("clear_on_close", "notify_on_close", "submit_disabled");
    }

    private static void requireSubmitForInputs(JsonNode view, String pointer, ValidationErrors errors) {
        boolean inputs = view.path("blocks").findValuesAsText("type").contains("input");
        if (inputs && !view.hasNonNull("submit")) errors.add(pointer, "missing required field: submit");
    }
}
