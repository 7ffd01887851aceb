package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls.ResponseTarget;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Enterprise;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import java.util.Optional;

/** The payload of a slash command. Every field is a string, in a form and in JSON. */
record CommandPayloads(InstalledApp app, TriggerIds triggerIds, ResponseUrls responseUrls) {

    ObjectNode slashCommand(User user, Channel channel, String command, String text) {
        ResponseTarget responseTarget = new ResponseTarget(user.id(), channel.id(), Optional.empty());
        return Json.object(
                "token", app.credentials().verificationToken(),
                "team_id", app.team().id(),
                "team_domain", app.team().domain(),
                "channel_id", channel.id(),
                "channel_name", InteractionPayloads.payloadName(channel),
                "user_id", user.id(),
                "user_name", user.handle(),
                "command", command,
                "text", text,
                "api_app_id", app.ids().app(),
                "is_enterprise_install", Boolean.toString(app.isEnterpriseInstall()),
                "enterprise_id", Json.orNull(app.enterprise().map(Enterprise::id)),
                "enterprise_name", app.enterprise().map(Enterprise::name),
                "response_url", responseUrls.issue("commands", app.team().id(), responseTarget),
                "trigger_id", triggerIds.issue(user.id()));
    }
}
