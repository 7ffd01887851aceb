package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code GET /sandbox/sees}: what a user would see now, oldest first. */
public final class SeesRoute {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Workspace workspace;
    private final ChannelLookup channelLookup;

    public SeesRoute(Workspace workspace) {
        this.workspace = workspace;
        this.channelLookup = new ChannelLookup(workspace);
    }

    public HttpResponse handle(HttpRequest httpRequest) {
        Optional<User> user = httpRequest.queryParam("person").flatMap(channelLookup::findUser);
        if (user.isEmpty()) return notFound("user_not_found");
        Optional<String> channelName = httpRequest.queryParam("channel");
        Optional<Channel> channel = channelName.flatMap(name -> channelLookup.findVisible(user.get(), name));
        if (channelName.isPresent() && channel.isEmpty()) return notFound("channel_not_found");
        return HttpResponse.json(OK, visibleTo(user.get(), channel));
    }

    private static HttpResponse notFound(String error) {
        return HttpResponse.json(NOT_FOUND, Json.object("ok", false, "error", error));
    }

    private ObjectNode visibleTo(User user, Optional<Channel> channel) {
        List<ObjectNode> views =
                workspace.views().modalsOf(user.id()).stream().map(this::toJson).toList();
        List<ObjectNode> notices = workspace.visibleState().notices().visibleTo(user.id(), channel.map(Channel::id)).stream()
                .map(notice -> Json.object("ts", notice.ts(), "text", notice.text()))
                .toList();
        return Json.object(
                "messages",
                channel.map(visible -> visibleMessages(user, visible)).orElse(List.of()),
                "views",
                views,
                "home",
                workspace.views().homeView(user.id()).<Object>map(this::toJson).orElse(Json.NULL),
                "notices",
                notices,
                "canvases",
                channel.map(visible -> canvases(visible)).orElse(List.of()));
    }

    private List<ObjectNode> canvases(Channel channel) {
        return workspace.canvases().of(channel.id()).stream()
                .map(canvas -> Json.object("title", canvas.title(), "markdown", canvas.markdown()))
                .toList();
    }

    private ObjectNode toJson(View view) {
        return view.toJson(workspace.app()).setAll(Json.object("errors", view.errors()));
    }

    private List<ObjectNode> visibleMessages(User user, Channel channel) {
        List<Message> visible = workspace.messageLog().messagesIn(channel.id()).stream()
                .filter(message -> message.isVisibleTo(user.id()))
                .toList();
        Set<String> timestamps = visible.stream().map(Message::ts).collect(Collectors.toSet());
        Map<String, List<Message>> replies = visible.stream()
                .filter(Message::isThreadReply)
                .collect(Collectors.groupingBy(reply -> reply.location().threadTs().orElse("")));
        return visible.stream()
                .filter(message -> isTopLevel(message, timestamps))
                .map(message -> withReplies(message, replies.getOrDefault(message.ts(), List.of())))
                .toList();
    }

    /** Replies are listed below their first message, except broadcast ones and those whose first message is gone. */
    private static boolean isTopLevel(Message message, Set<String> timestamps) {
        boolean nested = message.isThreadReply()
                && message.location().threadTs().filter(timestamps::contains).isPresent();
        return !nested || message.annotations().replyBroadcast();
    }

    private ObjectNode withReplies(Message message, List<Message> replies) {
        List<ObjectNode> nested = replies.stream().map(this::toJson).toList();
        return toJson(message).setAll(Json.object("reply_count", nested.size(), "replies", nested));
    }

    private ObjectNode toJson(Message message) {
        Optional<User> author = workspace.users().byId(message.userId());
        return Json.object(
                "ts", message.ts(),
                "thread_ts", message.location().threadTs(),
                "user", author.map(User::handle).orElse(message.userId()),
                "user_id", message.userId(),
                "bot", author.map(user -> user.membership().isBot()).orElse(false),
                "text", message.content().text(),
                "blocks", message.content().blocks(),
                "ephemeral", message.isEphemeral(),
                "edited", message.annotations().editedTs().isPresent(),
                "reactions", Json.array(message.annotations().reactions()),
                "reply_count", 0,
                "replies", Json.emptyArray());
    }
}
