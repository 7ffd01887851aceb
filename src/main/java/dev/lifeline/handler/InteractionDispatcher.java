package dev.lifeline.handler;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.access.ChangeAccessHandler;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction.Payload.ButtonClick;
import dev.lifeline.handler.inbox.Interaction.Payload.ButtonClickWithModal;
import dev.lifeline.handler.inbox.Interaction.Payload.SlashCommand;
import dev.lifeline.handler.inbox.Interaction.Payload.ViewSubmission;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.message.reply.Help;
import dev.lifeline.recording.Actor;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.rescue.TransactionRunner;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What does whoever asked get to hear? Takes one ask from the inbox, thinks about it, and writes what was decided together with the
 * fact that it was answered. Whoever loses a race thinks again; every ask ends in an answer (promise P2).
 */
public final class InteractionDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(InteractionDispatcher.class);

    private final Inbox inbox;
    private final SlackUsers slackUsers;
    private final TransactionRunner transactions;
    private final HandlerContext context;
    private final CallerCache callerCache;
    private final CommandRouter commandRouter;
    private final ButtonRouter buttonRouter;

    public InteractionDispatcher(
            Inbox inbox, SlackUsers slackUsers, TransactionRunner transactions, HandlerContext context) {
        this.inbox = inbox;
        this.slackUsers = slackUsers;
        this.transactions = transactions;
        this.context = context;
        this.callerCache = new CallerCache(context.accessCheck(), context.linkServices(), context.clock());
        this.commandRouter = new CommandRouter(context);
        this.buttonRouter = new ButtonRouter(
                context, new ChangeAccessHandler(context, transactions, this::locale, callerCache));
    }

    /** Answers one ask, unless it was answered meanwhile. */
    public void process(String askId) {
        inbox.find(askId).ifPresent(this::process);
    }

    private void process(Interaction interaction) {
        handleAndApply(interaction).ifPresent(effects -> runAfterCommit(interaction, effects));
    }

    /** Thought about again for as long as somebody else is quicker; empty where it cannot be written, of which whoever asked is told. */
    private Optional<Effects> handleAndApply(Interaction interaction) {
        try {
            Optional<Effects> written = Optional.empty();
            while (written.isEmpty())
                written = Optional.of(handleOrFail(interaction)).filter(effects -> tryApply(interaction, effects));
            return written;
        } catch (RuntimeException fault) {
            replyWithError(interaction);
            LOG.error("what was decided of ask {} cannot be written", interaction.id(), fault);
            return Optional.empty();
        }
    }

    /** Where the database takes not even this, whoever calls tries again; where it took the decision after all, there is nothing to add. */
    private void replyWithError(Interaction interaction) {
        transactions.run(() -> {
            if (inbox.find(interaction.id()).isEmpty()) return;
            failed(interaction, "our-fault", CommandReplies.in(locale(interaction.user())).internalError(interaction.id()))
                    .apply();
            inbox.markProcessed(interaction.id());
        });
    }

    /** The ask counts as answered by now. What is logged of a fault is where it was, not its words: they may hold a secret. */
    private void runAfterCommit(Interaction interaction, Effects effects) {
        try {
            effects.afterCommit();
        } catch (RuntimeException | Error fault) {
            LOG.error(
                    "what came after ask {} failed: {} {}",
                    interaction.id(),
                    fault.getClass().getName(),
                    fault.getStackTrace());
            context.replyNow(interaction, CommandReplies.in(locale(interaction.user())).internalError(interaction.id()));
        }
    }

    private boolean tryApply(Interaction interaction, Effects effects) {
        try {
            transactions.run(() -> {
                effects.apply();
                inbox.markProcessed(interaction.id());
            });
            return true;
        } catch (StaleRequestException race) {
            LOG.info("ask {} is thought about again: {}", interaction.id(), race.getMessage());
            return false;
        }
    }

    private Effects handleOrFail(Interaction interaction) {
        try {
            return handle(interaction);
        } catch (ProviderUnavailableException away) {
            LOG.warn("ask {} cannot be answered: {}", interaction.id(), away.getMessage());
            return failed(
                    interaction,
                    "provider-away",
                    CommandReplies.in(locale(interaction.user())).providerUnavailable());
        } catch (DirectoryUnavailableException silent) {
            LOG.warn("ask {} cannot be answered: {}", interaction.id(), silent.getMessage());
            return failed(
                    interaction,
                    "policy-silent",
                    DenialMessages.in(locale(interaction.user())).directoryUnavailable());
        } catch (RuntimeException | Error fault) { // tried again it would be the same, and nobody would hear of it
            LOG.error("ask {} failed", interaction.id(), fault);
            return failed(
                    interaction, "our-fault", CommandReplies.in(locale(interaction.user())).internalError(interaction.id()));
        }
    }

    /** Nothing was done, and the record tells that somebody wanted something. */
    private Effects failed(Interaction interaction, String because, Message answer) {
        Map<String, String> facts =
                Map.of("because", because, "ask", interaction.id(), "action", interaction.actionId());
        Effects recorded = () -> context.recorder().recordRejected("ask", "", actor(interaction), facts);
        return recorded.and(context.reply(interaction, answer));
    }

    private static Actor actor(Interaction interaction) {
        return new Actor(interaction.user().value(), "", interaction.channel().value());
    }

    private Effects handle(Interaction interaction) {
        Optional<DenialReason> elsewhere = context.servedChannels().denialReason(interaction.channel());
        if (elsewhere.isPresent()) return handleDenied(interaction, elsewhere.get());
        AccessDecision accessDecision = isReadOnly(interaction)
                ? callerCache.identifyCached(interaction.user())
                : callerCache.identify(interaction.user());
        if (accessDecision instanceof AccessDecision.Denied denied)
            return handleDenied(interaction, denied.primaryReason());
        AccessDecision.Allowed known = (AccessDecision.Allowed) accessDecision;
        Caller caller = new Caller(
                interaction,
                known.slackUser(),
                known.cloudUser());
        if (interaction.payload() instanceof ButtonClick buttonClick)
            return buttonRouter.handle(caller, buttonClick.actionId(), buttonClick.value(), Map.of());
        if (interaction.payload() instanceof ButtonClickWithModal pressed)
            return buttonRouter.handle(caller, pressed.actionId(), pressed.value(), Map.of());
        if (interaction.payload() instanceof ViewSubmission form)
            return buttonRouter.handle(caller, form.actionId(), form.value(), form.fieldValues());
        return commandRouter.handle(caller, ((SlashCommand) interaction.payload()).text());
    }

    private static boolean isReadOnly(Interaction interaction) {
        return interaction.payload() instanceof SlashCommand slashCommand
                && RescueCommand.isReadOnly(RescueCommand.parse(slashCommand.text()));
    }

    /** Help is for everybody; everything else is for whom the account knows. */
    private Effects handleDenied(Interaction interaction, DenialReason denialReason) {
        boolean wantsHelp = interaction.payload() instanceof SlashCommand slashCommand
                && RescueCommand.parse(slashCommand.text()) instanceof RescueCommand.Help;
        if (wantsHelp)
            return context.reply(interaction, Help.in(locale(interaction.user())).message());
        return handleUnlinkedUser(interaction, denialReason)
                .orElseGet(() -> deny(interaction, denialReason));
    }

    /** Whoever is not known on the account may still say who they are. */
    private Optional<Effects> handleUnlinkedUser(Interaction interaction, DenialReason denialReason) {
        boolean aboutPlaceOrPerson = denialReason instanceof DenialReason.ChannelNotServed
                || denialReason instanceof DenialReason.NotWorkspaceMember;
        return aboutPlaceOrPerson || !(interaction.payload() instanceof SlashCommand slashCommand)
                ? Optional.empty()
                : findMember(interaction)
                        .flatMap(slackUser -> commandRouter.handleUnlinkedUser(
                                interaction, slackUser, RescueCommand.parse(slashCommand.text())));
    }

    private Optional<SlackUser> findMember(Interaction interaction) {
        try {
            return Optional.of(slackUsers.get(interaction.user()))
                    .filter(slackUser -> slackUser.kind() == SlackUser.UserKind.MEMBER);
        } catch (SlackUsers.SlackUserUnavailableException silence) {
            return Optional.empty();
        }
    }

    private Effects deny(Interaction interaction, DenialReason denialReason) {
        Message answer = Message.of(DenialMessages.in(locale(interaction.user())).denial(denialReason));
        Effects recorded =
                () -> context.recorder().recordRejected("person", "", actor(interaction), answer.plainText());
        return recorded.and(context.reply(interaction, answer));
    }

    /** English will do where nobody tells: this is asked for apologies, too. */
    private Locale locale(SlackUserId who) {
        try {
            return slackUsers.get(who).locale();
        } catch (RuntimeException e) {
            return Locale.ENGLISH;
        }
    }
}
