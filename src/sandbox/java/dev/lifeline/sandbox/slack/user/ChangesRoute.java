package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.ChangeFeed;
import dev.lifeline.sandbox.slack.workspace.ChangeFeed.Change;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code GET /sandbox/changes}: server-sent events for changes to what a user sees. A comment is sent every 15 seconds of
 * silence; the stream ends when the client leaves or the server closes.
 */
public final class ChangesRoute {

    private static final int NOT_FOUND = 404;
    private static final int KEEP_ALIVE_SECONDS = 15;

    private final Workspace workspace;

    public ChangesRoute(Workspace workspace) {
        this.workspace = workspace;
    }

    public HttpResponse handle(HttpRequest httpRequest) {
        Optional<User> user = httpRequest.queryParam("person").flatMap(new ChannelLookup(workspace)::findUser);
        if (user.isEmpty()) return HttpResponse.json(NOT_FOUND, Json.object("ok", false, "error", "user_not_found"));
        Map<String, String> headers = Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-store");
        return new HttpResponse.Streaming(200, headers, out -> streamChanges(user.get(), out));
    }

    private void streamChanges(User user, OutputStream out) throws IOException, InterruptedException {
        try (ChangeFeed.Subscription changes = workspace.visibleState().changes().subscribe()) {
            writeAndFlush(out, ": hello\n\n");
            while (!workspace.visibleState().changes().closed()) {
                Change change = changes.queue().poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
                writeAndFlush(out, change == null ? ": keep-alive\n\n" : toEvent(user, change));
            }
        }
    }

    private static void writeAndFlush(OutputStream out, String text) throws IOException {
        if (text.isEmpty()) return;
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String toEvent(User user, Change change) {
        Optional<Channel> channel = change.channelId().flatMap(workspace.channels()::byId);
        if (change.channelId().isPresent()
                && channel.filter(in -> in.hasMember(user.id())).isEmpty()) return "";
        Object channelName = channel.<Object>map(ChannelLookup::displayName).orElse(Json.NULL);
        return "event: change\ndata: " + Json.object("channel", channelName) + "\n\n";
    }
}
