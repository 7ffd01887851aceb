package dev.lifeline.handler;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.UserLocales;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.handler.link.UnlinkHandler;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.message.reply.Help;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers Slack users who are denied before any handler decides: their channel is not served, or they are no active user of the account.
 * They get help, and members of the workspace may link and unlink themselves; everything else is denied with the reason.
 */
public final class DeniedUserHandler {

    private final SlackUsers slackUsers;
    private final ProofRequest proofRequest;
    private final UnlinkHandler unlink;
    private final UserLocales locales;
    private final Replies replies;

    public DeniedUserHandler(
            SlackUsers slackUsers,
            ProofRequest proofRequest,
            UnlinkHandler unlink,
            UserLocales locales,
            Replies replies) {
        this.slackUsers = slackUsers;
        this.proofRequest = proofRequest;
        this.unlink = unlink;
        this.locales = locales;
        this.replies = replies;
    }

    Effects handle(Interaction interaction, RescueCommand command, DenialReason reason) {
        if (command instanceof RescueCommand.Help)
            return replies.reply(
                    interaction, Help.in(locales.find(interaction.user())).message());
        if (isLinkable(reason) && command instanceof RescueCommand.LinkSelf)
            return asMember(interaction, reason, member -> proofRequest.onCommand(interaction, member));
        if (isLinkable(reason) && command instanceof RescueCommand.UnlinkSelf)
            return asMember(interaction, reason, member -> unlink.unlinkSelf(interaction, member));
        return deny(interaction, reason);
    }

    Effects deny(Interaction interaction, DenialReason reason) {
        Message message =
                Message.of(DenialMessages.in(locales.find(interaction.user())).denial(reason));
        return replies.deny(interaction, "user", Map.of("denial-reason", message.plainText()), message);
    }

    /** Who could show by an API key who they are gets the address for it at once. */
    Effects denyClick(Interaction interaction, DenialReason reason) {
        Effects denied = deny(interaction, reason);
        return isUnproven(reason)
                ? findMember(interaction.user())
                        .map(member -> denied.and(proofRequest.onClick(interaction, member)))
                        .orElse(denied)
                : denied;
    }

    private static boolean isUnproven(DenialReason reason) {
        return reason instanceof DenialReason.LinkRequired
                || reason instanceof DenialReason.LinkOutdated
                || reason instanceof DenialReason.EmailNotComparable
                || reason instanceof DenialReason.AmbiguousCloudUser;
    }

    private static boolean isLinkable(DenialReason reason) {
        return !(reason instanceof DenialReason.ChannelNotServed)
                && !(reason instanceof DenialReason.NotWorkspaceMember);
    }

    private Effects asMember(Interaction interaction, DenialReason reason, Function<SlackUser, Effects> handler) {
        return findMember(interaction.user()).map(handler).orElseGet(() -> deny(interaction, reason));
    }

    private Optional<SlackUser> findMember(SlackUserId user) {
        try {
            return Optional.of(slackUsers.get(user)).filter(known -> known.kind() == SlackUser.UserKind.MEMBER);
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return Optional.empty();
        }
    }
}
