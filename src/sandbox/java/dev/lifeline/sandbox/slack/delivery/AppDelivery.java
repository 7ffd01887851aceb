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

/**
 * Delivers user actions and events to the app. Each returned future completes with the app's ack, or with what came instead
 * of it, and never exceptionally. Thread-safe; does not block.
 */
public final class AppDelivery {

    private static final String SUBSCRIPTIONS_DISABLED_NOTICE =
            "Nearly all deliveries of events to the app failed within an hour, so Slack has switched its event subscriptions off."
                    + " DELETE /sandbox/faults switches them on again.";

    private final Workspace workspace;
    private final DeliveryRouter router;
    private final CommandPayloads commandPayloads;
    private final InteractionPayloads interactionPayloads;
    private final EventPayloads eventPayloads;
    private final EventLimits eventLimits;

    AppDelivery(Workspace workspace, DeliveryRouter router, EventLimits eventLimits, TriggerIds triggerIds, ResponseUrls urls) {
        this.workspace = workspace;
        this.router = router;
        this.eventLimits = eventLimits;
        this.commandPayloads = new CommandPayloads(workspace.app(), triggerIds, urls);
        this.interactionPayloads = new InteractionPayloads(workspace, triggerIds, urls);
        this.eventPayloads = new EventPayloads(workspace);
    }

    public CompletableFuture<Ack> slashCommand(User user, Channel channel, String command, String text) {
        ObjectNode payload = commandPayloads.slashCommand(user, channel, command, text);
        return deliver(Envelope.of(Envelope.Type.SLASH_COMMANDS, payload));
    }

    /**
     * Delivers a click or choice.
     *
     * @param value the chosen value; JSON null for a button
     * @param values the values of all elements in the same message or view
     */
    public CompletableFuture<Ack> blockActions(
            User user, InteractionContainer container, Elements.BlockElement element, JsonNode value, ObjectNode values) {
        ObjectNode action = interactionPayloads.action(element, value);
        return deliverInteractive(interactionPayloads.blockActions(user, container, action, values));
    }

    public CompletableFuture<Ack> viewSubmission(User user, View view) {
        return deliverInteractive(interactionPayloads.viewSubmission(user, view));
    }

    public CompletableFuture<Ack> viewClosed(User user, View view, boolean cleared) {
        return deliverInteractive(interactionPayloads.viewClosed(user, view, cleared));
    }

    public CompletableFuture<Ack> blockSuggestion(User user, InteractionContainer container, Elements.BlockElement element, String query) {
        return deliverInteractive(interactionPayloads.blockSuggestion(user, container, element, query));
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

    /** Nothing is delivered to an app that has been uninstalled. */
    private CompletableFuture<Ack> deliver(Envelope envelope) {
        boolean uninstalled = workspace.app().installState() == InstalledApp.InstallState.UNINSTALLED;
        return uninstalled
                ? CompletableFuture.completedFuture(Ack.failed(Ack.Outcome.NOT_DISPATCHED, 0))
                : router.deliver(envelope);
    }

    /** Revokes the bot token and delivers {@code tokens_revoked}. */
    void tokensRevoked() {
        changeInstallState(InstalledApp.InstallState.REVOKED, "tokens_revoked", eventPayloads.tokensRevoked());
    }

    /** Uninstalls the app and delivers {@code app_uninstalled}, its last event. */
    void appUninstalled() {
        changeInstallState(InstalledApp.InstallState.UNINSTALLED, "app_uninstalled", eventPayloads.appUninstalled());
    }

    /** Delivers {@code channel_id_changed} to an app that is in the channel and subscribed to it. */
    void channelIdChanged(String oldId, Channel channel) {
        boolean uninstalled = workspace.app().installState() == InstalledApp.InstallState.UNINSTALLED;
        if (uninstalled || !isSubscribedTo("channel_id_changed") || !workspace.isBotMember(channel)) return;
        var unused = deliverEvent(eventPayloads.channelIdChanged(oldId, channel));
    }

    /** Delivers {@code app_rate_limited}, which no app subscribes to and every app gets. */
    void eventsLimited() {
        var unused = router.deliverEvent(Envelope.of(Envelope.Type.EVENTS_API, eventPayloads.appRateLimited()), any -> {});
    }

    /** Switches the event subscriptions off, tells the app and the owner of the workspace. */
    void disableSubscriptions() {
        if (!workspace.app().disableSubscriptions()) return;
        workspace.users().owner().ifPresent(owner -> workspace
                .visibleState()
                .notices()
                .add(owner.id(), Optional.empty(), SUBSCRIPTIONS_DISABLED_NOTICE));
        eventsLimited();
    }

    private void changeInstallState(InstalledApp.InstallState installState, String subscription, ObjectNode event) {
        workspace.app().setInstallState(installState);
        if (!isSubscribedTo(subscription)) return;
        var unused = router.deliverEvent(Envelope.of(Envelope.Type.EVENTS_API, event), any -> {});
    }

    /** Delivers {@code app_mention} or {@code message}; empty where the app did not subscribe to it or is not in the channel. */
    public Optional<CompletableFuture<Ack>> messagePosted(Channel channel, Message message) {
        boolean uninstalled = workspace.app().installState() == InstalledApp.InstallState.UNINSTALLED;
        if (uninstalled || !workspace.isBotMember(channel)) return Optional.empty();
        Optional<CompletableFuture<Ack>> mention = Optional.of(message)
                .filter(posted -> channel.type() != Channel.Type.DIRECT_MESSAGE && isSubscribedTo("app_mention"))
                .filter(this::mentionsBot)
                .map(posted -> deliverEvent(eventPayloads.appMention(channel, posted)));
        Optional<CompletableFuture<Ack>> plain = EventPayloads.messageSubscription(channel)
                .filter(this::isSubscribedTo)
                .map(any -> deliverEvent(eventPayloads.message(channel, message)));
        return mention.or(() -> plain);
    }

    /** Delivers {@code app_mention} with {@code edited}; empty where the message does not mention the app, or it gets no mentions there. */
    public Optional<CompletableFuture<Ack>> messageEdited(Channel channel, Message message) {
        boolean uninstalled = workspace.app().installState() == InstalledApp.InstallState.UNINSTALLED;
        boolean delivered = !uninstalled
                && workspace.isBotMember(channel)
                && channel.type() != Channel.Type.DIRECT_MESSAGE
                && isSubscribedTo("app_mention")
                && mentionsBot(message);
        return delivered ? Optional.of(deliverEvent(eventPayloads.appMention(channel, message))) : Optional.empty();
    }

    private boolean isSubscribedTo(String event) {
        return workspace.app().subscriptionsEnabled() && workspace.app().manifest().receivesEvent(event);
    }

    private boolean mentionsBot(Message message) {
        return message.content().text().contains("<@" + workspace.app().ids().botUser() + ">");
    }

    public Optional<CompletableFuture<Ack>> appHomeOpened(User user, String tab) {
        if (!isSubscribedTo("app_home_opened")) return Optional.empty();
        Channel directMessage = workspace.channels().directMessageWith(user);
        return Optional.of(deliverEvent(eventPayloads.appHomeOpened(user, directMessage, tab)));
    }

    /** Delivers an event, unless the app has had too many of them. */
    private CompletableFuture<Ack> deliverEvent(ObjectNode payload) {
        if (eventLimits.admitEvent())
            return router.deliverEvent(Envelope.of(Envelope.Type.EVENTS_API, payload), this::countAttempt);
        if (eventLimits.isNoticeDue()) eventsLimited();
        return CompletableFuture.completedFuture(Ack.failed(Ack.Outcome.NOT_DISPATCHED, 0));
    }

    private void countAttempt(Ack ack) {
        if (eventLimits.isFailingAfter(ack.isAcked())) disableSubscriptions();
    }
}
