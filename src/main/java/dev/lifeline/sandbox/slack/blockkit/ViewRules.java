package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What must a modal or an App Home look like, its blocks apart? */
final class ViewRules {

    private ViewRules() {}

    static Check on(Surface surface) {
        return surface == Surface.MODAL ? modal().and(ViewRules::submitWithInputs) : view("home");
    }

    private static Check modal() {
        return view("modal")
                .must("title", Check.plain(Limits.VIEW_TITLE))
                .may("submit", Check.plain(Limits.VIEW_TITLE))
                .may("close", Check.plain(Limits.VIEW_TITLE));
    }

    private static Shape view(String type) {
        return new Shape()
                .must("type", Check.oneOf(Set.of(type)))
                .must("blocks", Check.ANYTHING)
                .may("private_metadata", Check.maybeEmpty(Limits.PRIVATE_METADATA))
                .may("callback_id", Check.maybeEmpty(Limits.ID))
                .may("external_id", Check.maybeEmpty(Limits.ID))
                .with("clear_on_close", "notify_on_close", "submit_disabled");
    }

    private static void submitWithInputs(JsonNode view, String at, Problems problems) {
        boolean inputs = view.path("blocks").findValuesAsText("type").contains("input");
        if (inputs && !view.hasNonNull("submit")) problems.add(at, "missing required field: submit");
    }
}
