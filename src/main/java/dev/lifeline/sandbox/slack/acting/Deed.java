package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.world.Undoable;
import java.util.concurrent.ExecutionException;

/** One thing that a person can do. Returns when the app has acknowledged, or Slack's time for it is over. */
@FunctionalInterface
interface Deed {
    Outcome by(Scene scene) throws Undoable, InterruptedException, ExecutionException;
}
