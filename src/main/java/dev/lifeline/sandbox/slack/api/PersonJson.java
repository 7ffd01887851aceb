package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Enterprise;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.time.ZoneId;
import java.util.List;

/** A person as the Web API tells them. */
record PersonJson(Workspace workspace) {

    ObjectNode of(Person person) {
        Person.Standing standing = person.standing();
        ObjectNode json = Json.object(
                "id", person.id(),
                "team_id", standing.teamId(),
                "name", person.handle(),
                "deleted", standing.deactivated(),
                "color", "9f69e7",
                "real_name", person.profile().realName(),
                "tz", person.profile().zone(),
                "tz_label", person.profile().zone(),
                "tz_offset", offset(person),
                "profile", profile(person));
        return json.setAll(Json.object(
                "enterprise_user", workspace.app().enterprise().map(owner -> within(owner, person)),
                "is_admin", person.handle().equals("elena"),
                "is_owner", person.handle().equals("elena"),
                "is_primary_owner", person.handle().equals("elena"),
                "is_restricted", standing.restricted(),
                "is_ultra_restricted", standing.ultraRestricted(),
                "is_stranger", standing.stranger(),
                "is_bot", standing.bot(),
                "is_app_user", false,
                "is_email_confirmed", !standing.bot(),
                "updated", 0));
    }

    /** What a person is to the organisation, which knows them by the same id. */
    private static ObjectNode within(Enterprise owner, Person person) {
        return Json.object(
                "id", person.id(),
                "enterprise_id", owner.id(),
                "enterprise_name", owner.name(),
                "is_admin", false,
                "is_owner", false,
                "is_primary_owner", false,
                "teams", List.of(person.standing().teamId()));
    }

    private int offset(Person person) {
        return ZoneId.of(person.profile().zone())
                .getRules()
                .getOffset(workspace.clock().now())
                .getTotalSeconds();
    }

    /** The e-mail is told only to tokens with users:read.email (slack.md 4.4). */
    private ObjectNode profile(Person person) {
        String[] names = person.profile().realName().split(" ", 2);
        boolean mayKnow = workspace.app().scopes().contains("users:read.email");
        return Json.object(
                "title", person.profile().title(),
                "real_name", person.profile().realName(),
                "real_name_normalized", person.profile().realName(),
                "display_name", person.profile().names().display(),
                "display_name_normalized", person.profile().names().display(),
                "first_name", names[0],
                "last_name", names.length > 1 ? names[1] : "",
                "email", person.profile().email().filter(any -> mayKnow),
                "team", person.standing().teamId());
    }
}
