package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ChannelId;
import java.util.Optional;
import java.util.Set;

/** Whom and what do the names in a policy mean in Slack? Every method throws {@link DirectoryUnavailableException} where Slack does not tell. */
public interface Directory {

    /** The person of a Slack id, an e-mail or a handle; empty when there is none, or several. */
    Optional<SlackUserId> findUser(String reference);

    /** Who is in the user group of this handle or id now; empty when there is no such group. */
    Optional<Set<SlackUserId>> findGroupMembers(String reference);

    /** What a channel is called, without the {@code #}; empty for what has no name, such as a direct message. */
    Optional<String> findChannelName(ChannelId channelId);

    /** Every id that the channel has had, today's included: Slack changes it when a private channel is shared. */
    Set<String> channelIds(ChannelId channelId);
}
