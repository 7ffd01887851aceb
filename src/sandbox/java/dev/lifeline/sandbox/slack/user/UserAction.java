package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import java.util.concurrent.ExecutionException;

/** One action of a user. Blocks until the app has acknowledged, or Slack's time-out has passed. */
@FunctionalInterface
interface UserAction {
    ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException;
}
