package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Elements;
import dev.lifeline.sandbox.slack.world.InstalledApp;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.View;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How is the app told what people did? Each call completes with the app's ack, or with what came instead. */
public final class AppLine {

    private final Workspace workspace;
    private final Courier courier;
    private final CommandPayloads commands;
    private final InteractionPayloads interactions;
    private final EventPayloads events;

    AppLine(Workspace workspace, Courier courier, Triggers triggers, ResponseUrls urls) {
        this.workspace = workspace;
        this.courier = courier;
        this.commands = new CommandPayloads(workspace.app(), triggers, urls);
        this.interactions = new InteractionPayloads(workspace, triggers, urls);
        this.events = new EventPayloads(workspace);
    }

    public CompletableFuture<Ack> command(Person person, Channel channel, String command, String text) {
        ObjectNode payload = commands.of(person, channel, command, text);
        return delivered(Envelope.of(Envelope.Kind.SLASH_COMMANDS, payload));
    }

    /** A press; the value is null for a button, the values are what all elements around it hold. */
    public CompletableFuture<Ack> press(
            Person person, Origin origin, Elements.Placed element, JsonNode value, ObjectNode values) {
        ObjectNode action = interactions.action(element, value);
        return interactive(interactions.blockActions(person, origin, action, values));
    }

    public CompletableFuture<Ack> submit(Person person, View view) {
        return interactive(interactions.viewSubmission(person, view));
    }

    public CompletableFuture<Ack> closed(Person person, View view, boolean cleared) {
        return interactive(interactions.viewClosed(person, view, cleared));
    }

    public CompletableFuture<Ack> suggest(Person person, Origin origin, Elements.Placed element, String query) {
        return interactive(interactions.suggestion(person, origin, element, query));
    }

    public CompletableFuture<Ack> messageShortcut(Person person, String callbackId, Channel channel, Message message) {
        return interactive(interactions.messageShortcut(person, callbackId, channel, message));
    }

    public CompletableFuture<Ack> globalShortcut(Person person, String callbackId) {
        return interactive(interactions.globalShortcut(person, callbackId));
    }

    private CompletableFuture<Ack> interactive(ObjectNode payload) {
        return delivered(Envelope.of(Envelope.Kind.INTERACTIVE, payload));
    }

    /** An app that is not there any more hears nothing. */
    private CompletableFuture<Ack> delivered(Envelope envelope) {
        boolean gone = workspace.app().standing() == InstalledApp.Standing.UNINSTALLED;
        return gone
                ? CompletableFuture.completedFuture(Ack.failed(Ack.Outcome.NOT_DISPATCHED, 0))
                : courier.deliver(envelope);
    }

    /** The bot's token is taken no more from now on, and the app is told. */
    void tokensRevoked() {
        lose(InstalledApp.Standing.REVOKED, "tokens_revoked", events.tokensRevoked());
    }

    /** The app is installed no more from now on; that is the last thing that it is told. */
    void uninstalled() {
        lose(InstalledApp.Standing.UNINSTALLED, "app_uninstalled", events.uninstalled());
    }

    /** An app that is in the channel hears of its new id, if it subscribed to that. */
    void channelIdChanged(String oldId, Channel channel) {
        boolean gone = workspace.app().standing() == InstalledApp.Standing.UNINSTALLED;
        if (gone || !hears("channel_id_changed") || !workspace.botIsIn(channel)) return;
        var unused = event(events.channelIdChanged(oldId, channel));
    }

    private void lose(InstalledApp.Standing standing, String subscription, ObjectNode last) {
        workspace.app().fall(standing);
        if (!hears(subscription)) return;
        var unused = courier.deliverEvent(Envelope.of(Envelope.Kind.EVENTS_API, last));
    }

    /** Something was said; empty where the app did not subscribe to it or is not there to hear it. */
    public Optional<CompletableFuture<Ack>> said(Channel channel, Message message) {
        boolean gone = workspace.app().standing() == InstalledApp.Standing.UNINSTALLED;
        if (gone || !workspace.botIsIn(channel)) return Optional.empty();
        Optional<CompletableFuture<Ack>> mention = Optional.of(message)
                .filter(one -> channel.kind() != Channel.Kind.DIRECT && hears("app_mention"))
                .filter(this::mentionsBot)
                .map(one -> event(events.mention(channel, one)));
        Optional<CompletableFuture<Ack>> plain = EventPayloads.subscription(channel)
                .filter(this::hears)
                .map(any -> event(events.message(channel, message)));
        return mention.or(() -> plain);
    }

    private boolean hears(String event) {
        return workspace.app().manifest().hears(event);
    }

    private boolean mentionsBot(Message message) {
        return message.content().text().contains("<@" + workspace.app().ids().botUser() + ">");
    }

    public Optional<CompletableFuture<Ack>> homeOpened(Person person, String tab) {
        if (!hears("app_home_opened")) return Optional.empty();
        Channel direct = workspace.channels().directWith(person);
        return Optional.of(event(events.homeOpened(person, direct, tab)));
    }

    private CompletableFuture<Ack> event(ObjectNode payload) {
        return courier.deliverEvent(Envelope.of(Envelope.Kind.EVENTS_API, payload));
    }
}
