package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.delivery.ResponsePublisher;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that a person can do, by the word that asks for it. */
public final class UserActions {

    private UserActions() {}

    public static ActRoute actRoute(Workspace workspace, AppDelivery line, BlockValidator blockValidator) {
        ElementOptions elementOptions = new ElementOptions();
        ElementValues elementValues = new ElementValues(workspace, elementOptions);
        Map<String, UserAction> userActions = new LinkedHashMap<>();
        userActions.put("types", new TypeTextAction(workspace, line, new ResponsePublisher(workspace, blockValidator)));
        userActions.put("presses", new ClickAction(workspace, line, elementValues));
        userActions.put("submits", new SubmitAction(workspace, line, elementValues, new SubmissionResponses(workspace, blockValidator)));
        userActions.put("shortcut", new ShortcutAction(workspace, line));
        userActions.put("asks", new TypeAheadAction(workspace, line, elementOptions));
        userActions.put("opens", new OpenTabAction(line));
        userActions.put("closes", new CloseModalAction(workspace, line));
        userActions.put("reloads", new ReloadAction(workspace));
        userActions.put("becomes", new EditProfileAction(workspace));
        return new ActRoute(workspace, userActions);
    }
}
