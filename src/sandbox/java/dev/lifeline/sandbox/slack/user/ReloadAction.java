package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;

/** A person loads Slack anew, {@code "reloads":true}: what only they could see is gone (slack.md 4.5). The app is not told. */
record ReloadAction(Workspace workspace) implements UserAction {

    @Override
    public ActionResult perform(ActionContext actionContext) {
        workspace.messageLog().dropEphemeral(actionContext.user().id());
        workspace.visibleState().changes().workspaceChanged();
        return ActionResult.notDelivered(Optional.empty());
    }
}
