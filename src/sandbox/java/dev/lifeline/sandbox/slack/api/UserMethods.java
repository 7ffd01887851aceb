package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.UserGroup;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;

/** The methods of {@code users.*} and {@code usergroups.*}. */
final class UserMethods {

    private static final String READ_SCOPE = "users:read";
    private static final String READ_GROUPS_SCOPE = "usergroups:read";

    private final Workspace workspace;

    UserMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("users.info", RateLimitTier.TIER_4, this::info, READ_SCOPE),
                ApiMethod.forBotToken("users.list", RateLimitTier.TIER_2, this::list, READ_SCOPE),
                ApiMethod.forBotToken("users.getPresence", RateLimitTier.TIER_3, this::getPresence, READ_SCOPE),
                ApiMethod.forBotToken("users.lookupByEmail", RateLimitTier.TIER_3, this::lookupByEmail, "users:read.email"),
                ApiMethod.forBotToken("usergroups.list", RateLimitTier.TIER_2, this::listUserGroups, READ_GROUPS_SCOPE),
                ApiMethod.forBotToken("usergroups.users.list", RateLimitTier.TIER_2, this::listUserGroupUsers, READ_GROUPS_SCOPE));
    }

    private ObjectNode info(Arguments arguments) throws ApiErrorException {
        User user = workspace
                .users()
                .byId(arguments.require("user", "user_not_found"))
                .orElseThrow(() -> new ApiErrorException("user_not_found"));
        return Json.object("user", userJson(user, arguments));
    }

    private ObjectNode list(Arguments arguments) throws ApiErrorException {
        List<ObjectNode> members = workspace.users().all().stream()
                .map(user -> userJson(user, arguments))
                .toList();
        return CursorPagination.fromArguments(arguments)
                .page("members", members)
                .put("cache_ts", workspace.clock().epochSecond());
    }

    /** Everybody who is not deactivated is at their desk; the bot itself too, where no user is named. */
    private ObjectNode getPresence(Arguments arguments) throws ApiErrorException {
        User user = workspace
                .users()
                .byId(arguments.text("user").orElse(workspace.app().ids().botUser()))
                .orElseThrow(() -> new ApiErrorException("user_not_found"));
        return Json.object("presence", user.membership().isDeactivated() ? "away" : "active");
    }

    private ObjectNode lookupByEmail(Arguments arguments) throws ApiErrorException {
        User user = workspace
                .users()
                .byEmail(arguments.require("email", "users_not_found"))
                .filter(found -> !found.membership().isDeactivated())
                .orElseThrow(() -> new ApiErrorException("users_not_found"));
        return Json.object("user", userJson(user, arguments));
    }

    private ObjectNode userJson(User user, Arguments arguments) {
        ObjectNode json = new UserJson(workspace).of(user);
        if (arguments.booleanValue("include_locale"))
            json.put("locale", user.profile().locale());
        return json;
    }

    private ObjectNode listUserGroups(Arguments arguments) {
        return Json.object(
                "usergroups",
                Json.array(workspace.users().userGroups().stream()
                        .map(group -> userGroupJson(group, arguments))
                        .toList()));
    }

    private ObjectNode userGroupJson(UserGroup group, Arguments arguments) {
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
        json.setAll(constantFields());
        return arguments.booleanValue("include_users") ? json.set("users", Json.array(group.members())) : json;
    }

    private static ObjectNode constantFields() {
        ObjectNode none = Json.object("channels", Json.emptyArray(), "groups", Json.emptyArray());
        return Json.object(
                "is_subteam", true,
                "auto_provision", false,
                "enterprise_subteam_id", "",
                "created_by", "U0ELENA",
                "updated_by", "U0ELENA",
                "deleted_by", Json.NULL,
                "prefs", none,
                "channel_count", 0);
    }

    private ObjectNode listUserGroupUsers(Arguments arguments) throws ApiErrorException {
        UserGroup group = workspace
                .users()
                .userGroup(arguments.require("usergroup", "no_such_subteam"))
                .orElseThrow(() -> new ApiErrorException("no_such_subteam"));
        return Json.object("users", group.members());
    }
}
