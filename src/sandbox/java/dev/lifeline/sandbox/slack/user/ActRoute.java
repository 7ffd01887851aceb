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

/**
 * {@code POST /sandbox/act}: a user types, clicks, submits or opens something. The request is answered once the app has
 * acknowledged, or after Slack's time-out.
 */
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
        JsonNode request = Json.parse(httpRequest.text()).orElse(Json.NULL);
        try {
            return HttpResponse.json(OK, findAction(request).perform(parseContext(request)).body());
        } catch (ImpossibleActionException e) {
            return HttpResponse.json(
                    BAD_REQUEST, Json.object("ok", false, "error", e.reason(), "choices", e.choices()));
        }
    }

    private UserAction findAction(JsonNode request) throws ImpossibleActionException {
        return actions.entrySet().stream()
                .filter(userAction -> request.hasNonNull(userAction.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> new ImpossibleActionException("no action named: give one of these", List.copyOf(actions.keySet())));
    }

    private ActionContext parseContext(JsonNode request) throws ImpossibleActionException {
        String who = request.path("person").asText();
        User user = channelLookup.findUser(who).orElseThrow(() -> new ImpossibleActionException("no such person: " + who, userHandles()));
        if (user.membership().isDeactivated())
            throw new ImpossibleActionException(who + " is deactivated and cannot do anything", List.of());
        Optional<String> channelName = Json.nonEmptyText(request, "channel");
        Optional<Channel> channel = channelName.flatMap(name -> channelLookup.findVisible(user, name));
        if (channelName.isPresent() && channel.isEmpty())
            throw new ImpossibleActionException(user.handle() + " is in no channel " + channelName.get(), channelLookup.visibleNames(user));
        return new ActionContext(user, channel, request);
    }

    private List<String> userHandles() {
        return workspace.users().all().stream()
                .filter(user -> !user.membership().isBot())
                .map(User::handle)
                .toList();
    }
}
