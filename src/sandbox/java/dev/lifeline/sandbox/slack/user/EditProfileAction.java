package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A user edits their profile: {@code "becomes":{"email":"…","real_name":"…","display_name":"…","locale":"it-IT"}}, any of the fields. An
 * empty e-mail removes the address. The app is not notified.
 */
record EditProfileAction(Workspace workspace) implements UserAction {

    private static final Set<String> PROFILE_FIELDS = Set.of("email", "real_name", "display_name", "locale");

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException {
        JsonNode changes = actionContext.request().path("becomes");
        boolean known = changes.isObject() && changes.propertyStream().allMatch(field -> PROFILE_FIELDS.contains(field.getKey()));
        if (!known) throw new ImpossibleActionException("\"becomes\" must be an object with some of these fields", List.copyOf(PROFILE_FIELDS));
        workspace.users().updateProfile(actionContext.user().id(), profile -> editedProfile(profile, changes));
        workspace.visibleState().changes().workspaceChanged();
        return ActionResult.notDelivered(Optional.empty());
    }

    private static User.Profile editedProfile(User.Profile profile, JsonNode changes) {
        User.Names names = new User.Names(
                changes.path("real_name").asText(profile.names().realName()),
                changes.path("display_name").asText(profile.names().displayName()));
        Optional<String> email = changes.has("email")
                ? Optional.of(changes.path("email").asText().strip()).filter(text -> !text.isEmpty())
                : profile.email();
        String locale = changes.path("locale").asText(profile.locale());
        return profile.withNames(names).withEmail(email).withLocale(locale);
    }
}
