package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Elements;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How is the app told what people did? Each call completes with the app's ack, or with what came instead. */
public final class AppDelivery {

    private final Workspace workspace;
    private final DeliveryRouter router;
    private final CommandPayloads commandPayloads;
    private final InteractionPayloads interactionPayloads;
    private final EventPayloads eventPayloads;

    AppDelivery(Workspace workspace, DeliveryRouter router, TriggerIds triggerIds, ResponseUrls urls) {
        this.workspace = workspace;
        this.router = router;
        this.commandPayloads = new CommandPayloads(workspace.app(), triggerIds, urls);
        this.interactionPayloads = new InteractionPayloads(workspace, triggerIds, urls);
        this.eventPayloads = new EventPayloads(workspace);
    }

    public CompletableFuture<Ack> slashCommand(User user, Channel channel, String command, String text) {
        ObjectNode payload = commandPayloads.slashCommand(user, channel, command, text);
        return deliver(Envelope.of(Envelope.Type.SLASH_COMMANDS, payload));
    }

    /** A press; the value is null for a button, the values are what all elements around it hold. */
    public CompletableFuture<Ack> blockActions(
            User user, InteractionContainer interactionContainer, Elements.BlockElement element, JsonNode value, ObjectNode values) {
        ObjectNode action = interactionPayloads.action(element, value);
        return deliverInteractive(interactionPayloads.blockActions(user, interactionContainer, action, values));
    }

    public CompletableFuture<Ack> viewSubmission(User user, View view) {
        return deliverInteractive(interactionPayloads.viewSubmission(user, view));
    }

    public CompletableFuture<Ack> viewClosed(User user, View view, boolean cleared) {
        return deliverInteractive(interactionPayloads.viewClosed(user, view, cleared));
    }

    public CompletableFuture<Ack> blockSuggestion(User user, InteractionContainer interactionContainer, Elements.BlockElement element, String query) {
        return deliverInteractive(interactionPayloads.blockSuggestion(user, interactionContainer, element, query));
    }

    public CompletableFuture<Ack> messageShortcut(User user, String callbackId, Channel channel, Message message) {
        return deliverInteractive(interactionPayloads.messageShortcut(user, callbackId, channel, message));
    }

    public CompletableFuture<Ack> globalShortcut(User user, String callbackId) {
        return deliverInteractive(interactionPayloads.globalShortcut(user, callbackId));
    }

    private CompletableFuture<Ack> deliverInteractive(ObjectNode payload) {
        return deliver(Envelope.of(Envelope.Type.INTERACTIVE, payload));
    }

    /** An app that is not there any more hears nothing. */
    private CompletableFuture<Ack> deliver(Envelope envelope) {
        boolean gone = workspace.app().installState() == InstalledApp.InstallState.UNINSTALLED;
        return gone
                ? CompletableFuture.completedFuture(Ack.failed(Ack.Outcome.NOT_DISPATCHED, 0))
                : router.deliver(envelope);
    }

    /** The bot's token is taken no more from now on, and the app is told. */
    void tokensRevoked() {
        changeInstallState(InstalledApp.InstallState.REVOKED, "tokens_revoked", eventPayloads.tokensRevoked());
    }

    /** The app is installed no more from now on; that is the last thing that it is told. */
    void appUninstalled() {
        changeInstallState(InstalledApp.InstallState.UNINSTALLED, "app_uninstalled", eventPayloads.appUninstalled());
    }

    /** An app that is in the channel hears of its new id, if it subscribed to that. */
    void channelIdChanged(String oldId, Channel channel) {
        boolean gone = workspace.app().installState() == InstalledApp.InstallState.UNINSTALLED;
        if (gone || !isSubscribedTo("channel_id_changed") || !workspace.isBotMember(channel)) return;
        var unused = deliverEvent(eventPayloads.channelIdChanged(oldId, channel));
    }

    private void changeInstallState(InstalledApp.InstallState installState, String subscription, ObjectNode last) {
        workspace.app().setInstallState(installState);
        if (!isSubscribedTo(subscription)) return;
        var unused = router.deliverEvent(Envelope.of(Envelope.Type.EVENTS_API, last));
    }

    /** Something was said; empty where the app did not subscribe to it or is not there to hear it. */
    public Optional<CompletableFuture<Ack>> messagePosted(Channel channel, Message message) {
        boolean gone = workspace.app().installState() == InstalledApp.InstallState.UNINSTALLED;
        if (gone || !workspace.isBotMember(channel)) return Optional.empty();
        Optional<CompletableFuture<Ack>> mention = Optional.of(message)
                .filter(one -> channel.type() != Channel.Type.DIRECT_MESSAGE && isSubscribedTo("app_mention"))
                .filter(this::mentionsBot)
                .map(one -> deliverEvent(eventPayloads.appMention(channel, one)));
        Optional<CompletableFuture<Ack>> plain = EventPayloads.messageSubscription(channel)
                .filter(this::isSubscribedTo)
                .map(any -> deliverEvent(eventPayloads.message(channel, message)));
        return mention.or(() -> plain);
    }

    private boolean isSubscribedTo(String event) {
        return workspace.app().manifest().receivesEvent(event);
    }

    private boolean mentionsBot(Message message) {
        return message.content().text().contains("<@" + workspace.app().ids().botUser() + ">");
    }

    public Optional<CompletableFuture<Ack>> appHomeOpened(User user, String tab) {
        if (!isSubscribedTo("app_home_opened")) return Optional.empty();
        Channel direct = workspace.channels().directMessageWith(user);
        return Optional.of(deliverEvent(eventPayloads.appHomeOpened(user, direct, tab)));
    }

    private CompletableFuture<Ack> deliverEvent(ObjectNode payload) {
        return router.deliverEvent(Envelope.of(Envelope.Type.EVENTS_API, payload));
    }
}
