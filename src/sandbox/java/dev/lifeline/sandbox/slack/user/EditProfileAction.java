package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person edits their profile: {@code "becomes":{"email":"…","real_name":"…","display_name":"…"}}, as many of them as wanted. Slack
 * vouches for the new address as for the old one; an empty one is none. The app is told by nobody.
 */
record EditProfileAction(Workspace workspace) implements UserAction {

    private static final Set<String> PROFILE_FIELDS = Set.of("email", "real_name", "display_name");

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException {
        JsonNode wanted = actionContext.request().path("becomes");
        boolean known = wanted.isObject() && wanted.propertyStream().allMatch(field -> PROFILE_FIELDS.contains(field.getKey()));
        if (!known) throw new ImpossibleActionException("\"becomes\" wants an object with some of these", List.copyOf(PROFILE_FIELDS));
        workspace.users().updateProfile(actionContext.user().id(), profile -> editedProfile(profile, wanted));
        workspace.visibleState().changes().workspaceChanged();
        return ActionResult.notDelivered(Optional.empty());
    }

    private static User.Profile editedProfile(User.Profile profile, JsonNode wanted) {
        User.Names names = new User.Names(
                wanted.path("real_name").asText(profile.names().realName()),
                wanted.path("display_name").asText(profile.names().displayName()));
        Optional<String> email = wanted.has("email")
                ? Optional.of(wanted.path("email").asText().strip()).filter(text -> !text.isEmpty())
                : profile.email();
        return profile.withNames(names).withEmail(email);
    }
}
