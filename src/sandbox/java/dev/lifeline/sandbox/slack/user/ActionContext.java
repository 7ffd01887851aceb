package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Views;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import java.util.List;
import java.util.Optional;

/** The user who acts, the channel, and the request with its other parameters. */
record ActionContext(User user, Optional<Channel> channel, JsonNode request) {

    Optional<String> text(String field) {
        return Json.nonEmptyText(request, field);
    }

    Channel requireChannel() throws ImpossibleActionException {
        return channel.orElseThrow(() -> new ImpossibleActionException("this needs a \"channel\"", List.of()));
    }

    View requireTopModal(Views views) throws ImpossibleActionException {
        return views.topModal(user.id())
                .orElseThrow(() -> new ImpossibleActionException(user.handle() + " has no modal open", List.of()));
    }

    Optional<String> channelId() {
        return channel.map(Channel::id);
    }
}
