package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Undoable;
import java.util.List;
import java.util.Optional;

/** Who does something, where, and with what further wishes? */
record Scene(Person person, Optional<Channel> channel, JsonNode wish) {

    Optional<String> text(String field) {
        return Json.text(wish, field);
    }

    Channel where() throws Undoable {
        return channel.orElseThrow(() -> new Undoable("this wants a \"channel\"", List.of()));
    }

    Optional<String> channelId() {
        return channel.map(Channel::id);
    }
}
