package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.delivery.ResponsePublisher;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** The user actions, by the field of the request that selects them. */
public final class UserActions {

    private UserActions() {}

    public static ActRoute actRoute(Workspace workspace, AppDelivery delivery, BlockValidator blockValidator) {
        ElementOptions elementOptions = new ElementOptions();
        ElementValues elementValues = new ElementValues(workspace, elementOptions);
        Map<String, UserAction> userActions = new LinkedHashMap<>();
        userActions.put("types", new TypeTextAction(workspace, delivery, new ResponsePublisher(workspace, blockValidator)));
        userActions.put("edits", new EditMessageAction(workspace, delivery));
        userActions.put("presses", new ClickAction(workspace, delivery, elementValues));
        userActions.put("submits", new SubmitAction(workspace, delivery, elementValues, new SubmissionResponses(workspace, blockValidator)));
        userActions.put("shortcut", new ShortcutAction(workspace, delivery));
        userActions.put("asks", new TypeAheadAction(workspace, delivery, elementOptions));
        userActions.put("opens", new OpenTabAction(delivery));
        userActions.put("closes", new CloseModalAction(workspace, delivery));
        userActions.put("reloads", new ReloadAction(workspace));
        userActions.put("becomes", new EditProfileAction(workspace));
        return new ActRoute(workspace, userActions);
    }
}
