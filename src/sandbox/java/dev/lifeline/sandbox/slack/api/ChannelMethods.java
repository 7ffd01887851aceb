package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** {@code conversations.create} and {@code conversations.invite} (https://docs.slack.dev/reference/methods/conversations.create). */
record ChannelMethods(Workspace workspace, ChannelAccess channelAccess) {

    private static final int MAX_NAME_CHARS = 80;
    private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[_-]+");

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("conversations.create", RateLimitTier.TIER_2, this::create, "channels:manage", "groups:write"),
                ApiMethod.forBotToken("conversations.invite", RateLimitTier.TIER_3, this::invite, "channels:manage", "groups:write"));
    }

    private ObjectNode create(Arguments arguments) throws ApiErrorException {
        String name = checkName(arguments.require("name", "invalid_name_required"));
        if (workspace.channels().byNameOrId(name).isPresent()) throw new ApiErrorException("name_taken");
        Channel.Type type = arguments.booleanValue("is_private") ? Channel.Type.PRIVATE : Channel.Type.PUBLIC;
        Channel created = workspace.channels().create(name, type, workspace.app().ids().botUser());
        workspace.visibleState().changes().workspaceChanged();
        return Json.object("channel", new ChannelJson(workspace).of(created));
    }

    private static String checkName(String name) throws ApiErrorException {
        if (name.length() > MAX_NAME_CHARS) throw new ApiErrorException("invalid_name_maxlength");
        if (PUNCTUATION.matches(name)) throw new ApiErrorException("invalid_name_punctuation");
        if (!NAME.matches(name)) throw new ApiErrorException("invalid_name_specials");
        return name;
    }

    private ObjectNode invite(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.requireById(arguments);
        if (channel.type() == Channel.Type.DIRECT_MESSAGE)
            throw new ApiErrorException("method_not_supported_for_channel_type");
        if (channel.state().archived()) throw new ApiErrorException("is_archived");
        if (!workspace.isBotMember(channel)) throw new ApiErrorException("not_in_channel");
        for (String id : arguments.require("users", "no_user").split(",", -1)) add(channel, id.strip());
        workspace.visibleState().changes().channelChanged(channel.id());
        return Json.object("channel", workspace.channels().byId(channel.id()).map(new ChannelJson(workspace)::of));
    }

    private void add(Channel channel, String id) throws ApiErrorException {
        Optional<User> user = workspace.users().byId(id);
        if (user.isEmpty()) throw new ApiErrorException("user_not_found");
        if (id.equals(workspace.app().ids().botUser())) throw new ApiErrorException("cant_invite_self");
        if (channel.hasMember(id)) throw new ApiErrorException("already_in_channel");
        workspace.channels().addMember(channel.id(), id);
    }
}
