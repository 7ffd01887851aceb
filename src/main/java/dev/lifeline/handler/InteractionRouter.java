package dev.lifeline.handler;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.DenialReason;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.ServedChannels;
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

    private final ServedChannels servedChannels;
    private final CallerCache callerCache;
    private final SealedTypeMap<RescueCommand, CommandHandler> commands;
    private final ButtonRouter buttons;
    private final DeniedUserHandler deniedUsers;

    public InteractionRouter(
            ServedChannels servedChannels,
            CallerCache callerCache,
            SealedTypeMap<RescueCommand, CommandHandler> commands,
            ButtonRouter buttons,
            DeniedUserHandler deniedUsers) {
        this.servedChannels = servedChannels;
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
                : deniedUsers.deny(interaction, denialReason(decision));
    }

    private AccessDecision identify(Interaction interaction, boolean cacheAllowed) {
        Optional<DenialReason> notServed =
                isButtonOfDirectMessage(interaction) ? Optional.empty() : servedChannels.denialReason(interaction.channel());
        if (notServed.isPresent()) return new AccessDecision.Denied(notServed.get());
        return cacheAllowed ? callerCache.identifyCached(interaction.user()) : callerCache.identify(interaction.user());
    }

    /** Only the bot's own messages have its buttons: it has written to the person, as it does where a served channel takes no messages. */
    private static boolean isButtonOfDirectMessage(Interaction interaction) {
        return !(interaction.payload() instanceof SlashCommand)
                && interaction.channel().isDirectMessage();
    }

    private static Caller caller(Interaction interaction, AccessDecision.Allowed allowed) {
        return new Caller(interaction, allowed.slackUser(), allowed.cloudUser());
    }

    private static DenialReason denialReason(AccessDecision decision) {
        return decision.firstDenialReason().orElseThrow();
    }
}
