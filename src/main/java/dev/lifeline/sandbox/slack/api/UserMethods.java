package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.UserGroup;
import dev.lifeline.sandbox.slack.world.Workspace;
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
        return Json.object("user", person(person, arguments));
    }

    private ObjectNode list(Arguments arguments) throws Refused {
        List<ObjectNode> members = workspace.people().all().stream()
                .map(person -> person(person, arguments))
                .toList();
        return Pages.of(arguments)
                .of("members", members)
                .put("cache_ts", workspace.clock().epochSecond());
    }

    private ObjectNode byEmail(Arguments arguments) throws Refused {
        Person person = workspace
                .people()
                .byEmail(arguments.need("email", "users_not_found"))
                .filter(found -> !found.standing().deactivated())
                .orElseThrow(() -> new Refused("users_not_found"));
        return Json.object("user", person(person, arguments));
    }

    private ObjectNode person(Person person, Arguments arguments) {
        ObjectNode told = new PersonJson(workspace).of(person);
        if (arguments.flag("include_locale"))
            told.put("locale", person.profile().locale());
        return told;
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
