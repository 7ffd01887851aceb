package dev.lifeline.handler;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.DenialReason;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.Interaction.Payload.SlashCommand;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.message.model.SealedTypeMap;
import java.util.Optional;

/**
 * Identifies the user of an interaction and passes it to the handler of its command or button. A slash command is parsed here, once. The
 * cloud user is read from the provider for this very interaction (promise P4), except for commands that only show something, for which it
 * may come from the cache.
 */
public final class InteractionRouter {

    private final ChannelCheck channelCheck;
    private final CallerCache callerCache;
    private final SealedTypeMap<RescueCommand, CommandHandler> commands;
    private final ButtonRouter buttons;
    private final DeniedUserHandler deniedUsers;

    public InteractionRouter(
            ChannelCheck channelCheck,
            CallerCache callerCache,
            SealedTypeMap<RescueCommand, CommandHandler> commands,
            ButtonRouter buttons,
            DeniedUserHandler deniedUsers) {
        this.channelCheck = channelCheck;
        this.callerCache = callerCache;
        this.commands = commands;
        this.buttons = buttons;
        this.deniedUsers = deniedUsers;
    }

    /**
     * Decides what the interaction does. Reads only.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when the provider gives no usable answer
     * @throws dev.lifeline.approval.DirectoryUnavailableException when Slack does not tell who the approvers are
     */
    Effects handle(Interaction interaction) {
        return interaction.payload() instanceof SlashCommand slashCommand
                ? handleCommand(interaction, RescueCommand.parse(slashCommand.text()))
                : handleButton(interaction);
    }

    private Effects handleCommand(Interaction interaction, RescueCommand command) {
        AccessDecision decision = identify(interaction, command.isReadOnly());
        return decision instanceof AccessDecision.Allowed allowed
                ? commands.get(command).handle(caller(interaction, allowed))
                : deniedUsers.handle(interaction, command, denialReason(decision));
    }

    private Effects handleButton(Interaction interaction) {
        AccessDecision decision = identify(interaction, false);
        return decision instanceof AccessDecision.Allowed allowed
                ? buttons.handle(caller(interaction, allowed))
                : deniedUsers.denyClick(interaction, denialReason(decision));
    }

    private AccessDecision identify(Interaction interaction, boolean cacheAllowed) {
        Optional<DenialReason> notServed = channelCheck.denialReason(interaction);
        if (notServed.isPresent()) return new AccessDecision.Denied(notServed.get());
        return cacheAllowed ? callerCache.identifyCached(interaction.user()) : callerCache.identify(interaction.user());
    }

    private static Caller caller(Interaction interaction, AccessDecision.Allowed allowed) {
        return new Caller(interaction, allowed);
    }

    private static DenialReason denialReason(AccessDecision decision) {
        return decision.firstDenialReason().orElseThrow();
    }
}
