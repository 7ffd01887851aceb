package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Enterprise;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.time.ZoneId;
import java.util.List;

/** A person as the Web API tells them. */
record UserJson(Workspace workspace) {

    ObjectNode of(User user) {
        User.Membership membership = user.membership();
        ObjectNode json = Json.object(
                "id", user.id(),
                "team_id", membership.teamId(),
                "name", user.handle(),
                "deleted", membership.isDeactivated(),
                "color", "9f69e7",
                "real_name", user.profile().realName(),
                "tz", user.profile().timeZone(),
                "tz_label", user.profile().timeZone(),
                "tz_offset", utcOffsetSeconds(user),
                "profile", profile(user));
        return json.setAll(Json.object(
                "enterprise_user", workspace.app().enterprise().map(owner -> enterpriseUser(owner, user)),
                "is_admin", user.handle().equals("elena"),
                "is_owner", user.handle().equals("elena"),
                "is_primary_owner", user.handle().equals("elena"),
                "is_restricted", membership.isRestricted(),
                "is_ultra_restricted", membership.isUltraRestricted(),
                "is_stranger", membership.isStranger(),
                "is_bot", membership.isBot(),
                "is_app_user", false,
                "is_email_confirmed", !membership.isBot(),
                "updated", 0));
    }

    /** What a person is to the organisation, which knows them by the same id. */
    private static ObjectNode enterpriseUser(Enterprise owner, User user) {
        return Json.object(
                "id", user.id(),
                "enterprise_id", owner.id(),
                "enterprise_name", owner.name(),
                "is_admin", false,
                "is_owner", false,
                "is_primary_owner", false,
                "teams", List.of(user.membership().teamId()));
    }

    private int utcOffsetSeconds(User user) {
        return ZoneId.of(user.profile().timeZone())
                .getRules()
                .getOffset(workspace.clock().now())
                .getTotalSeconds();
    }

    /** The e-mail is told only to tokens with users:read.email (slack.md 4.4). */
    private ObjectNode profile(User user) {
        String[] names = user.profile().realName().split(" ", 2);
        boolean mayKnow = workspace.app().scopes().contains("users:read.email");
        return Json.object(
                "title", user.profile().title(),
                "real_name", user.profile().realName(),
                "real_name_normalized", user.profile().realName(),
                "display_name", user.profile().names().displayName(),
                "display_name_normalized", user.profile().names().displayName(),
                "first_name", names[0],
                "last_name", names.length > 1 ? names[1] : "",
                "email", user.profile().email().filter(any -> mayKnow),
                "team", user.membership().teamId());
    }
}
