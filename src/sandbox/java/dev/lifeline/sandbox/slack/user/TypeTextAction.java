package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls.ResponseTarget;
import dev.lifeline.sandbox.slack.delivery.ResponsePublisher;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Manifest;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A user types a slash command or a message. */
final class TypeTextAction implements UserAction {

    private final Workspace workspace;
    private final AppDelivery delivery;
    private final ResponsePublisher responsePublisher;
    private final Mentions mentions;

    TypeTextAction(Workspace workspace, AppDelivery delivery, ResponsePublisher responsePublisher) {
        this.workspace = workspace;
        this.delivery = delivery;
        this.responsePublisher = responsePublisher;
        this.mentions = new Mentions(workspace);
    }

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        String typed = actionContext.text("types").orElse("").strip();
        if (typed.isEmpty()) throw new ImpossibleActionException("\"types\" is empty", List.of());
        if (actionContext.requireChannel().state().archived()) throw new ImpossibleActionException("the channel is archived", List.of());
        return typed.startsWith("/") ? runCommand(actionContext, typed) : postMessage(actionContext, typed);
    }

    private ActionResult runCommand(ActionContext actionContext, String typed) throws ImpossibleActionException, InterruptedException, ExecutionException {
        String[] words = typed.split("\\s+", 2);
        if (words[0].equals(InviteAction.COMMAND)) return new InviteAction(workspace).perform(actionContext);
        Manifest.SlashCommand slashCommand = workspace.app().manifest().command(words[0]).orElseThrow(() -> unknownCommand(words[0]));
        Optional<String> blockedReason = blockedReason(actionContext, words[0]);
        if (blockedReason.isPresent()) return blocked(actionContext, blockedReason.get());
        User user = actionContext.user();
        Channel channel = actionContext.requireChannel();
        String text = words.length < 2 ? "" : words[1];
        String payloadText = slashCommand.shouldEscape() ? mentions.escape(text) : text;
        Ack ack = delivery.slashCommand(user, channel, words[0], payloadText).get();
        return ActionResult.delivered(ack, showError(ack, actionContext, words[0]));
    }

    private ImpossibleActionException unknownCommand(String command) {
        return new ImpossibleActionException(
                command + " is not a valid command",
                workspace.app().manifest().commands().stream()
                        .map(Manifest.SlashCommand::command)
                        .toList());
    }

    /**
     * Slack runs commands neither in threads nor for users of other workspaces (src/docs/platform/slack.md, section Who is
     * clicking, and section Threads, updates, formatting).
     */
    private Optional<String> blockedReason(ActionContext actionContext, String command) {
        if (actionContext.text("thread").isPresent()) return Optional.of(command + " is not supported in threads. Sorry!");
        boolean external = workspace.isExternal(actionContext.user());
        return external
                ? Optional.of(command + " can be used only by members of "
                        + workspace.app().team().name())
                : Optional.empty();
    }

    private ActionResult blocked(ActionContext actionContext, String reason) {
        workspace.visibleState().notices().add(actionContext.user().id(), actionContext.channelId(), reason);
        return ActionResult.notDelivered(Optional.of(reason));
    }

    private Optional<String> showError(Ack ack, ActionContext actionContext, String command) throws ImpossibleActionException {
        ResponseTarget responseTarget = new ResponseTarget(actionContext.user().id(), actionContext.requireChannel().id(), Optional.empty());
        Optional<String> error = ack.isAcked()
                ? ack.payload().flatMap(response -> publishError(response, responseTarget))
                : Optional.of(ack.outcome().errorCode());
        Optional<String> shown = error.map(code -> command + " failed with the error \"" + code + "\"");
        shown.ifPresent(text -> workspace.visibleState().notices().add(actionContext.user().id(), actionContext.channelId(), text));
        return shown;
    }

    /** A response without content is accepted: the app has only acknowledged. */
    private Optional<String> publishError(JsonNode response, ResponseTarget responseTarget) {
        return responsePublisher.publish(response, responseTarget).filter(error -> !error.equals("no_text"));
    }

    private ActionResult postMessage(ActionContext actionContext, String typed) throws ImpossibleActionException, InterruptedException, ExecutionException {
        Channel channel = actionContext.requireChannel();
        Optional<String> thread = requireThread(actionContext, channel);
        Message.Content content = mentions.toContent(typed);
        Message posted =
                workspace.messageLog().post(channel.id(), thread, actionContext.user().id(), content);
        Optional<CompletableFuture<Ack>> delivered = delivery.messagePosted(channel, posted);
        if (delivered.isEmpty()) return ActionResult.notDelivered(notInChannelNotice(channel, content)).withField("ts", posted.ts());
        return ActionResult.delivered(delivered.get().get(), Optional.empty()).withField("ts", posted.ts());
    }

    private Optional<String> requireThread(ActionContext actionContext, Channel channel) throws ImpossibleActionException {
        Optional<String> thread = actionContext.text("thread");
        boolean missing = thread.isPresent()
                && workspace.messageLog().find(channel.id(), thread.get()).isEmpty();
        if (missing) throw new ImpossibleActionException("no such message: " + thread.get(), List.of());
        return thread;
    }

    /** A user who mentions an app that is not in the channel is told so. */
    private Optional<String> notInChannelNotice(Channel channel, Message.Content content) {
        boolean mentioned = content.text().contains("<@" + workspace.app().ids().botUser() + ">");
        if (!mentioned || workspace.isBotMember(channel)) return Optional.empty();
        return Optional.of(
                "You mentioned @lifeline, but they're not in this channel. /invite @lifeline brings them in.");
    }
}
