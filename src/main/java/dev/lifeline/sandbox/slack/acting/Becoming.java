package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person edits their profile: {@code "becomes":{"email":"…","real_name":"…","display_name":"…"}}, as many of them as wanted. Slack
 * vouches for the new address as for the old one; an empty one is none. The app is told by nobody.
 */
record Becoming(Workspace workspace) implements Deed {

    private static final Set<String> FIELDS = Set.of("email", "real_name", "display_name");

    @Override
    public Outcome by(Scene scene) throws Undoable {
        JsonNode wanted = scene.wish().path("becomes");
        boolean known = wanted.isObject() && wanted.propertyStream().allMatch(field -> FIELDS.contains(field.getKey()));
        if (!known) throw new Undoable("\"becomes\" wants an object with some of these", List.copyOf(FIELDS));
        workspace.people().change(scene.person().id(), profile -> edited(profile, wanted));
        workspace.shown().changes().elsewhere();
        return Outcome.untold(Optional.empty());
    }

    private static Person.Profile edited(Person.Profile profile, JsonNode wanted) {
        Person.Names names = new Person.Names(
                wanted.path("real_name").asText(profile.names().real()),
                wanted.path("display_name").asText(profile.names().display()));
        Optional<String> email = wanted.has("email")
                ? Optional.of(wanted.path("email").asText().strip()).filter(text -> !text.isEmpty())
                : profile.email();
        return profile.called(names).with(email);
    }
}
