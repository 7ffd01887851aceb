package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.delivery.Responses;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that a person can do, by the word that asks for it. */
public final class Deeds {

    private Deeds() {}

    public static Acting acting(Workspace workspace, AppLine line, Responses responses) {
        Values values = new Values(workspace, new Offers());
        Map<String, Deed> deeds = new LinkedHashMap<>();
        deeds.put("types", new Typing(workspace, line, responses));
        deeds.put("presses", new Pressing(workspace, line, values));
        return new Acting(workspace, deeds);
    }
}
