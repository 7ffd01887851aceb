package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.blockkit.Blocks;
import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.delivery.Responses;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that a person can do, by the word that asks for it. */
public final class Deeds {

    private Deeds() {}

    public static Acting acting(Workspace workspace, AppLine line, Blocks blocks) {
        Offers offers = new Offers();
        Values values = new Values(workspace, offers);
        Map<String, Deed> deeds = new LinkedHashMap<>();
        deeds.put("types", new Typing(workspace, line, new Responses(workspace, blocks)));
        deeds.put("presses", new Pressing(workspace, line, values));
        deeds.put("submits", new Submitting(workspace, line, values, new ViewAnswers(workspace, blocks)));
        deeds.put("shortcut", new Shortcuts(workspace, line));
        deeds.put("asks", new Asking(workspace, line, offers));
        deeds.put("opens", new Opening(line));
        deeds.put("closes", new Closing(workspace, line));
        deeds.put("reloads", new Reloading(workspace));
        deeds.put("becomes", new Becoming(workspace));
        return new Acting(workspace, deeds);
    }
}
