package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Enterprise;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The JSON of a user in the Web API (src/docs/platform/slack.md, section Who is clicking). */
record UserJson(Workspace workspace) {

    private static final int[] IMAGE_PIXELS = {24, 32, 48, 72, 192, 512};

    ObjectNode of(User user) {
        User.Membership membership = user.membership();
        ObjectNode json = Json.object(
                "id", user.describedId(),
                "team_id", teamId(user),
                "name", user.handle(),
                "deleted", membership.isDeactivated(),
                "color", "9f69e7",
                "real_name", user.profile().realName(),
                "tz", user.profile().timeZone(),
                "tz_label", user.profile().timeZone(),
                "tz_offset", utcOffsetSeconds(user),
                "profile", profile(user));
        return json.setAll(Json.object(
                "enterprise_user", workspace.app().enterprise().map(enterprise -> enterpriseUser(enterprise, user)),
                "is_admin", workspace.users().isOwner(user),
                "is_owner", workspace.users().isOwner(user),
                "is_primary_owner", workspace.users().isOwner(user),
                "is_restricted", membership.isRestricted(),
                "is_ultra_restricted", membership.isUltraRestricted(),
                "is_stranger", membership.isStranger(),
                "is_bot", membership.isBot(),
                "is_app_user", false,
                "is_email_confirmed", isEmailConfirmed(user),
                "is_invited_user", false,
                "has_2fa", false,
                "who_can_share_contact_card", "EVERYONE",
                "updated", 0));
    }

    /** Empty where Slack names none. */
    private static Optional<String> teamId(User user) {
        return Optional.of(user.membership().teamId())
                .filter(team -> user.description() != User.Description.WITHOUT_TEAM);
    }

    private static boolean isEmailConfirmed(User user) {
        return !user.membership().isBot() && user.description() != User.Description.WITH_UNCONFIRMED_EMAIL;
    }

    /** The user within the organisation, which knows most by the same id. */
    private static ObjectNode enterpriseUser(Enterprise enterprise, User user) {
        return Json.object(
                "id", user.organisationId(),
                "enterprise_id", enterprise.id(),
                "enterprise_name", enterprise.name(),
                "is_admin", false,
                "is_owner", false,
                "is_primary_owner", false,
                "teams", teamId(user).stream().toList());
    }

    private int utcOffsetSeconds(User user) {
        return ZoneId.of(user.profile().timeZone())
                .getRules()
                .getOffset(workspace.clock().now())
                .getTotalSeconds();
    }

    /**
     * The profile; the e-mail address only for tokens with {@code users:read.email} (src/docs/platform/slack.md, section Who
     * is clicking).
     */
    private ObjectNode profile(User user) {
        String[] names = user.profile().realName().split(" ", 2);
        boolean mayReadEmail = workspace.app().scopes().contains("users:read.email");
        ObjectNode profile = Json.object(
                "title", user.profile().title(),
                "real_name", user.profile().realName(),
                "real_name_normalized", user.profile().realName(),
                "display_name", user.profile().names().displayName(),
                "display_name_normalized", user.profile().names().displayName(),
                "first_name", names[0],
                "last_name", names.length > 1 ? names[1] : "",
                "email", user.profile().email().filter(any -> mayReadEmail),
                "team", teamId(user));
        if (user.membership().isBot()) profile.setAll(botFields());
        profile.setAll(emptyFields());
        return profile.setAll(images(user));
    }

    private ObjectNode botFields() {
        return Json.object(
                "api_app_id", workspace.app().ids().app(),
                "bot_id", workspace.app().ids().bot(),
                "always_active", true);
    }

    /** What nobody here has filled in. */
    private static ObjectNode emptyFields() {
        return Json.object(
                "phone", "",
                "skype", "",
                "fields", Json.object(),
                "status_text", "",
                "status_text_canonical", "",
                "status_emoji", "",
                "status_emoji_display_info", Json.emptyArray(),
                "status_expiration", 0,
                "huddle_state", "default_unset",
                "huddle_state_expiration_ts", 0);
    }

    private static ObjectNode images(User user) {
        ObjectNode images = Json.object("avatar_hash", "g" + Integer.toHexString(user.id().hashCode()));
        for (int pixels : IMAGE_PIXELS)
            images.put("image_" + pixels, "https://avatars.example.com/" + user.id() + "_" + pixels + ".png");
        return images;
    }
}
