package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The methods of {@code conversations.*} about channels and their members; {@link HistoryMethods} has those about messages. */
final class ConversationMethods {

    private static final String[] READ_SCOPES = {"channels:read", "groups:read", "im:read", "mpim:read"};

    private final Workspace workspace;
    private final ChannelAccess channelAccess;
    private final ChannelJson channelJson;

    ConversationMethods(Workspace workspace, ChannelAccess channelAccess) {
        this.workspace = workspace;
        this.channelAccess = channelAccess;
        this.channelJson = new ChannelJson(workspace);
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("conversations.info", RateLimitTier.TIER_3, this::info, READ_SCOPES),
                ApiMethod.forBotToken("conversations.list", RateLimitTier.TIER_2, this::list, READ_SCOPES),
                ApiMethod.forBotToken("users.conversations", RateLimitTier.TIER_3, this::usersConversations, READ_SCOPES),
                ApiMethod.forBotToken("conversations.members", RateLimitTier.TIER_4, this::members, READ_SCOPES),
                ApiMethod.forBotToken("conversations.join", RateLimitTier.TIER_3, this::join, "channels:join"),
                ApiMethod.forBotToken("conversations.open", RateLimitTier.TIER_3, this::open, "im:write", "mpim:write"));
    }

    private ObjectNode info(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forRead(arguments, "read");
        ObjectNode json = channelJson.of(channel);
        if (arguments.booleanValue("include_locale")) json.put("locale", "en-US");
        if (arguments.booleanValue("include_num_members"))
            json.put("num_members", channel.members().size());
        return Json.object("channel", json);
    }

    private ObjectNode list(Arguments arguments) throws ApiErrorException {
        return CursorPagination.fromArguments(arguments)
                .page("channels", visibleChannels(arguments).map(this::listed).toList());
    }

    /** A channel with the number of its members, which a direct message does not have. */
    private ObjectNode listed(Channel channel) {
        ObjectNode json = channelJson.of(channel);
        return channel.type() == Channel.Type.DIRECT_MESSAGE ? json : json.put("num_members", channel.members().size());
    }

    private ObjectNode usersConversations(Arguments arguments) throws ApiErrorException {
        Stream<Channel> joined = visibleChannels(arguments).filter(workspace::isBotMember);
        return CursorPagination.fromArguments(arguments).page("channels", joined.map(channelJson::of).toList());
    }

    private Stream<Channel> visibleChannels(Arguments arguments) {
        Set<String> types =
                Set.of(arguments.text("types").orElse("public_channel").split("\\s*,\\s*"));
        boolean excludeArchived = arguments.booleanValue("exclude_archived");
        return workspace.channels().all().stream()
                .filter(channel -> types.contains(typeName(channel)))
                .filter(channel -> channel.type() == Channel.Type.PUBLIC || workspace.isBotMember(channel))
                .filter(channel -> !excludeArchived || !channel.state().archived());
    }

    private static String typeName(Channel channel) {
        return switch (channel.type()) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT_MESSAGE -> "im";
        };
    }

    private ObjectNode members(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forRead(arguments, "read");
        CursorPagination pagination = CursorPagination.fromArguments(arguments);
        List<String> all = List.copyOf(channel.members());
        ObjectNode objects =
                pagination.page("members", all.stream().map(id -> Json.object("id", id)).toList());
        List<String> ids = objects.path("members").findValuesAsText("id");
        return objects.set("members", Json.array(ids));
    }

    private ObjectNode join(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.requireById(arguments);
        if (channel.type() != Channel.Type.PUBLIC) throw new ApiErrorException("method_not_supported_for_channel_type");
        if (channel.state().archived()) throw new ApiErrorException("is_archived");
        workspace.channels().addMember(channel.id(), workspace.app().ids().botUser());
        workspace.visibleState().changes().channelChanged(channel.id());
        return Json.object(
                "channel", workspace.channels().byId(channel.id()).map(channelJson::of),
                "warning", Optional.of("already_in_channel").filter(any -> workspace.isBotMember(channel)));
    }

    private ObjectNode open(Arguments arguments) throws ApiErrorException {
        if (arguments.text("channel").isPresent())
            return Json.object("channel", channelJson.of(channelAccess.forRead(arguments, "read")));
        String users = arguments.require("users", "users_list_not_supplied");
        if (users.contains(",")) throw new ApiErrorException("method_not_supported_for_channel_type");
        User user = workspace.users().byId(users).orElseThrow(() -> new ApiErrorException("user_not_found"));
        if (user.membership().isDeactivated()) throw new ApiErrorException("user_disabled");
        if (user.membership().isBot()) throw new ApiErrorException("cannot_dm_bot");
        Channel directMessage = workspace.channels().directMessageWith(user);
        ObjectNode channel = arguments.booleanValue("return_im") ? channelJson.of(directMessage) : Json.object("id", directMessage.id());
        return Json.object("no_op", false, "already_open", false, "channel", channel);
    }
}
