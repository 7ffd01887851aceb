package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;

/**
 * Finds the channel that a call names, and checks what the bot may do there. A private channel that the bot is not in is
 * {@code channel_not_found}.
 */
record ChannelAccess(Workspace workspace, TokenGate tokenGate) {

    /** Finds a channel by id or name; a user id means the direct message with that user. */
    Optional<Channel> findByIdOrName(Arguments arguments) {
        return arguments.text("channel").flatMap(this::findByIdOrName);
    }

    private Optional<Channel> findByIdOrName(String wanted) {
        return workspace
                .channels()
                .byNameOrId(wanted)
                .or(() -> workspace
                        .users()
                        .byId(wanted)
                        .filter(user -> !user.membership().isBot())
                        .map(this::directMessageWith));
    }

    private Channel directMessageWith(User user) {
        return workspace.channels().directMessageWith(user);
    }

    /** Finds a channel by id, as every method does but those that post. */
    Channel requireById(Arguments arguments) throws ApiErrorException {
        return requireVisible(arguments.text("channel").flatMap(workspace.channels()::byId));
    }

    private Channel requireVisible(Optional<Channel> channel) throws ApiErrorException {
        return channel.filter(candidate -> candidate.type() != Channel.Type.PRIVATE || workspace.isBotMember(candidate))
                .orElseThrow(() -> new ApiErrorException("channel_not_found"));
    }

    /**
     * Returns a channel that the bot may read about.
     *
     * @param action what the scope covers, such as {@code read} or {@code history}
     */
    Channel forRead(Arguments arguments, String action) throws ApiErrorException {
        Channel channel = requireById(arguments);
        tokenGate.requireScope(channel.type().scope(action));
        return channel;
    }

    /** Returns a channel whose messages the bot may read. */
    Channel forHistory(Arguments arguments) throws ApiErrorException {
        Channel channel = forRead(arguments, "history");
        if (!workspace.isBotMember(channel)) throw new ApiErrorException("not_in_channel");
        return channel;
    }

    /**
     * Returns a channel that the bot may post to; a name or a user's id is accepted too (src/docs/platform/slack.md, section
     * Threads, updates, formatting).
     */
    Channel forPost(Arguments arguments) throws ApiErrorException {
        return requireWritable(requireVisible(findByIdOrName(arguments)));
    }

    /**
     * Returns a channel whose messages the bot may change; a direct message is accepted by its own id only
     * (src/docs/platform/slack.md, section Threads, updates, formatting).
     */
    Channel forUpdate(Arguments arguments) throws ApiErrorException {
        return requireWritable(requireById(arguments));
    }

    /**
     * Returns a channel with a message that the bot changes or reacts to; one that the bot is not in is {@code channel_not_found}
     * (src/docs/platform/slack-methods.md).
     *
     * @param archivedError what the method says in an archived channel
     */
    Channel forChange(Arguments arguments, String archivedError) throws ApiErrorException {
        Channel channel = requireVisible(arguments.text("channel").flatMap(workspace.channels()::byId).filter(workspace::isBotMember));
        if (channel.state().archived()) throw new ApiErrorException(archivedError);
        return channel;
    }

    private Channel requireWritable(Channel channel) throws ApiErrorException {
        if (channel.state().archived()) throw new ApiErrorException("is_archived");
        boolean mayPostUninvited = channel.type() == Channel.Type.PUBLIC
                && workspace.app().scopes().contains("chat:write.public");
        if (!workspace.isBotMember(channel) && !mayPostUninvited) throw new ApiErrorException("not_in_channel");
        return channel;
    }
}
