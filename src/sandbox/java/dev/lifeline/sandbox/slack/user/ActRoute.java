package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** {@code POST /sandbox/act}: a person types, presses, submits, opens (design.md 3). */
public final class ActRoute {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Workspace workspace;
    private final ChannelLookup channelLookup;
    private final Map<String, UserAction> actions;

    ActRoute(Workspace workspace, Map<String, UserAction> actions) {
        this.workspace = workspace;
        this.channelLookup = new ChannelLookup(workspace);
        this.actions = actions;
    }

    public HttpResponse handle(HttpRequest httpRequest) throws IOException, InterruptedException, ExecutionException {
        JsonNode wish = Json.parse(httpRequest.text()).orElse(Json.NULL);
        try {
            return HttpResponse.json(OK, findAction(wish).perform(parseContext(wish)).body());
        } catch (ImpossibleActionException e) {
            return HttpResponse.json(
                    BAD_REQUEST, Json.object("ok", false, "error", e.reason(), "choices", e.choices()));
        }
    }

    private UserAction findAction(JsonNode wish) throws ImpossibleActionException {
        return actions.entrySet().stream()
                .filter(userAction -> wish.hasNonNull(userAction.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> new ImpossibleActionException("what is to be done? One of these is wanted", List.copyOf(actions.keySet())));
    }

    private ActionContext parseContext(JsonNode wish) throws ImpossibleActionException {
        String who = wish.path("person").asText();
        User user = channelLookup.findUser(who).orElseThrow(() -> new ImpossibleActionException("there is no person " + who, userHandles()));
        if (user.membership().isDeactivated())
            throw new ImpossibleActionException(who + " is deactivated and cannot do anything", List.of());
        Optional<String> named = Json.nonEmptyText(wish, "channel");
        Optional<Channel> channel = named.flatMap(name -> channelLookup.findVisible(user, name));
        if (named.isPresent() && channel.isEmpty())
            throw new ImpossibleActionException(user.handle() + " is in no channel " + named.get(), channelLookup.visibleNames(user));
        return new ActionContext(user, channel, wish);
    }

    private List<String> userHandles() {
        return workspace.users().all().stream()
                .filter(user -> !user.membership().isBot())
                .map(User::handle)
                .toList();
    }
}
