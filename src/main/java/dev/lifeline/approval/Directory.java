package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ChannelId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves the names in a policy to people, groups and channels in Slack.
 *
 * <p>Thread-safe. Methods block for Web API calls, each repeated up to 3 times within 6 seconds while Slack fails
 * transiently, and throw {@link DirectoryUnavailableException} when Slack gives no usable answer. What a handle or a
 * channel id stands for is remembered for one minute; the members of a group are read afresh.
 */
public interface Directory {

    /** The person with this Slack id, e-mail address or handle; empty when there is none, or several. An id is not checked. */
    Optional<SlackUserId> findUser(String reference);

    /** The members of the user group with this handle or id; empty when there is no such group. */
    Optional<Set<SlackUserId>> findGroupMembers(String reference);

    /** The channel's name without {@code #}; empty for a channel without a name, such as a direct message. */
    Optional<String> findChannelName(ChannelId channelId);

    /** The channels that the bot is a member of and that are not archived, each with its name. Direct messages are not among them. */
    Map<ChannelId, String> joinedChannels();

    /**
     * Every id that the channel has had, the present one included: Slack changes it when a private channel is shared. From
     * the local database only.
     */
    Set<String> channelIds(ChannelId channelId);
}
