package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls.Occasion;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Enterprise;
import dev.lifeline.sandbox.slack.world.InstalledApp;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import java.util.Optional;

/** What is the app told when a person types a slash command? Every field is a string, in a form and in JSON. */
record CommandPayloads(InstalledApp app, Triggers triggers, ResponseUrls urls) {

    ObjectNode of(Person person, Channel channel, String command, String text) {
        Occasion occasion = new Occasion(person.id(), channel.id(), Optional.empty());
        return Json.object(
                "token", app.credentials().verificationToken(),
                "team_id", app.team().id(),
                "team_domain", app.team().domain(),
                "channel_id", channel.id(),
                "channel_name", InteractionPayloads.spokenName(channel),
                "user_id", person.id(),
                "user_name", person.handle(),
                "command", command,
                "text", text,
                "api_app_id", app.ids().app(),
                "is_enterprise_install", "false",
                "enterprise_id", Json.orNull(app.enterprise().map(Enterprise::id)),
                "enterprise_name", app.enterprise().map(Enterprise::name),
                "response_url", urls.issue("commands", app.team().id(), occasion),
                "trigger_id", triggers.issue(person.id()));
    }
}
