package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.Optional;

/** A person loads Slack anew, {@code "reloads":true}: what only they could see is gone (slack.md 4.5). The app is not told. */
record Reloading(Workspace workspace) implements Deed {

    @Override
    public Outcome by(Scene scene) {
        workspace.timeline().reload(scene.person().id());
        workspace.shown().changes().elsewhere();
        return Outcome.untold(Optional.empty());
    }
}
