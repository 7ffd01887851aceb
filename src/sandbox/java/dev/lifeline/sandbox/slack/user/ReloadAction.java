package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;

/**
 * A user reloads Slack, {@code "reloads":true}: their ephemeral messages are gone (src/docs/platform/slack.md, section
 * Ephemeral messages). The app is not notified.
 */
record ReloadAction(Workspace workspace) implements UserAction {

    @Override
    public ActionResult perform(ActionContext actionContext) {
        workspace.messageLog().dropEphemeral(actionContext.user().id());
        workspace.visibleState().changes().workspaceChanged();
        return ActionResult.notDelivered(Optional.empty());
    }
}
