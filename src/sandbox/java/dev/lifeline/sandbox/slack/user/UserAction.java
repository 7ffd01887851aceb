package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import java.util.concurrent.ExecutionException;

/** One thing that a person can do. Returns when the app has acknowledged, or Slack's time for it is over. */
@FunctionalInterface
interface UserAction {
    ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException;
}
