package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.UserGroup;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.time.ZoneId;
import java.util.List;

/** Who people are: {@code users.*} and {@code usergroups.*}. */
final class UserMethods {

    private static final String READ = "users:read";
    private static final String READ_GROUPS = "usergroups:read";

    private final Workspace workspace;

    UserMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Method> all() {
        return List.of(
                Method.bot("users.info", Tier.TIER_4, this::info, READ),
                Method.bot("users.list", Tier.TIER_2, this::list, READ),
                Method.bot("users.lookupByEmail", Tier.TIER_3, this::byEmail, "users:read.email"),
                Method.bot("usergroups.list", Tier.TIER_2, this::groups, READ_GROUPS),
                Method.bot("usergroups.users.list", Tier.TIER_2, this::groupMembers, READ_GROUPS));
    }

    private ObjectNode info(Arguments arguments) throws Refused {
        Person person = workspace
                .people()
                .byId(arguments.need("user", "user_not_found"))
                .orElseThrow(() -> new Refused("user_not_found"));
        return Json.object("user", json(person, arguments));
    }

    private ObjectNode list(Arguments arguments) throws Refused {
        List<ObjectNode> members = workspace.people().all().stream()
                .map(person -> json(person, arguments))
                .toList();
        return Pages.of(arguments)
                .of("members", members)
                .put("cache_ts", workspace.clock().epochSecond());
    }

    private ObjectNode byEmail(Arguments arguments) throws Refused {
        Person person = workspace
                .people()
                .byEmail(arguments.need("email", "users_not_found"))
                .orElseThrow(() -> new Refused("users_not_found"));
        return Json.object("user", json(person, arguments));
    }

    private ObjectNode json(Person person, Arguments arguments) {
        Person.Standing standing = person.standing();
        ObjectNode json = Json.object(
                "id", person.id(),
                "team_id", standing.teamId(),
                "name", person.handle(),
                "deleted", false,
                "color", "9f69e7",
                "real_name", person.profile().realName(),
                "tz", person.profile().zone(),
                "tz_label", person.profile().zone(),
                "tz_offset", offset(person),
                "profile", profile(person));
        if (arguments.flag("include_locale"))
            json.put("locale", person.profile().locale());
        return json.setAll(Json.object(
                "is_admin", person.handle().equals("elena"),
                "is_owner", person.handle().equals("elena"),
                "is_primary_owner", person.handle().equals("elena"),
                "is_restricted", standing.restricted(),
                "is_ultra_restricted", false,
                "is_stranger", standing.stranger(),
                "is_bot", standing.bot(),
                "is_app_user", false,
                "is_email_confirmed", !standing.bot(),
                "updated", 0));
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

    private ObjectNode groups(Arguments arguments) {
        return Json.object(
                "usergroups",
                Json.array(workspace.people().groups().stream()
                        .map(group -> json(group, arguments))
                        .toList()));
    }

    private ObjectNode json(UserGroup group, Arguments arguments) {
        ObjectNode json = Json.object(
                "id",
                group.id(),
                "team_id",
                workspace.app().team().id(),
                "is_usergroup",
                true,
                "name",
                group.name(),
                "handle",
                group.handle(),
                "description",
                "",
                "is_external",
                false,
                "date_create",
                0,
                "date_update",
                0,
                "date_delete",
                0,
                "user_count",
                group.members().size());
        return arguments.flag("include_users") ? json.set("users", Json.array(group.members())) : json;
    }

    private ObjectNode groupMembers(Arguments arguments) throws Refused {
        UserGroup group = workspace
                .people()
                .group(arguments.need("usergroup", "no_such_subteam"))
                .orElseThrow(() -> new Refused("no_such_subteam"));
        return Json.object("users", group.members());
    }
}
