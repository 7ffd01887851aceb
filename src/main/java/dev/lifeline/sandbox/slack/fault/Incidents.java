package dev.lifeline.sandbox.slack.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Enterprise;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens at once when asked for: to sockets, to the app, to channels, to people? */
final class Incidents {

    /** One of them; the wish names the channel, person or scope that it is about. */
    private interface Incident {
        void strike(JsonNode wish) throws Undoable;
    }

    private final Map<Fault, Incident> all = new EnumMap<>(Fault.class);
    private final Workspace workspace;
    private final Misbehaviour link;

    Incidents(Workspace workspace, Misbehaviour link) {
        this.workspace = workspace;
        this.link = link;
        sockets();
        app();
        workspace();
    }

    private void sockets() {
        all.put(Fault.DROP_SOCKET, wish -> link.dropSockets());
        all.put(Fault.MUTE_SOCKET, wish -> link.muteSockets());
        all.put(Fault.REFRESH, wish -> link.refreshSockets());
        all.put(Fault.WARNING, wish -> link.warnSockets());
        all.put(Fault.REFRESH_UNWARNED, wish -> link.exchangeSockets());
        all.put(Fault.TOO_MANY_WEBSOCKETS, wish -> link.partSockets("too_many_websockets"));
        all.put(Fault.LINK_DISABLED, wish -> link.partSockets("link_disabled"));
    }

    private void app() {
        all.put(Fault.REVOKE_TOKENS, wish -> link.revokeTokens());
        all.put(Fault.UNINSTALL_APP, wish -> link.uninstallApp());
        all.put(Fault.REVOKE_SCOPE, this::revokeScope);
        all.put(Fault.JOIN_ENTERPRISE, this::joinEnterprise);
    }

    private void workspace() {
        all.put(Fault.ARCHIVE_CHANNEL, in(channel -> workspace.channels().archive(channel.id(), true)));
        all.put(Fault.SHARE_CHANNEL, in(this::share));
        all.put(Fault.REMOVE_BOT, in(this::removeBot));
        all.put(Fault.CHANGE_PERSON, this::changePerson);
    }

    /** Brings it about. */
    void happen(Fault fault, JsonNode wish) throws Undoable {
        Incident incident = all.get(fault);
        if (incident == null) throw new IllegalArgumentException(fault.word() + " does not happen at once");
        incident.strike(wish);
        workspace.shown().changes().elsewhere();
    }

    private void revokeScope(JsonNode wish) {
        workspace.app().revise(old -> old.withoutScope(wish.path("scope").asText()));
    }

    private void joinEnterprise(JsonNode wish) {
        String id = wish.path("enterprise").asText("E0SANDBOX");
        workspace.app().belongTo(Optional.of(new Enterprise(id, "Sandbox Enterprise")));
    }

    private Incident in(Consumer<Channel> deed) {
        return wish -> deed.accept(channel(wish));
    }

    private Channel channel(JsonNode wish) throws Undoable {
        return Json.text(wish, "channel")
                .flatMap(workspace.channels()::named)
                .orElseThrow(() -> new Undoable(
                        wish.path("fault").asText() + " wants a channel",
                        workspace.channels().all().stream().map(Channel::name).toList()));
    }

    private void share(Channel channel) {
        Channel shared = workspace.share(channel);
        if (!shared.id().equals(channel.id())) link.channelIdChanged(channel.id(), shared);
    }

    private void removeBot(Channel channel) {
        workspace.channels().remove(channel.id(), workspace.app().ids().botUser());
    }

    private void changePerson(JsonNode wish) throws Undoable {
        Person person = Json.text(wish, "person")
                .flatMap(workspace.people()::named)
                .orElseThrow(() -> new Undoable(
                        wish.path("fault").asText() + " wants a person",
                        workspace.people().all().stream().map(Person::handle).toList()));
        workspace.people().rank(person.id(), rank(wish.path("to").asText()));
    }

    private static Person.Rank rank(String word) throws Undoable {
        return ranks().filter(rank -> word(rank).equals(word))
                .findFirst()
                .orElseThrow(() -> new Undoable(
                        "\"to\" wants what the person is from now on",
                        ranks().map(Incidents::word).toList()));
    }

    /** What a person can become; nobody becomes a bot. */
    private static Stream<Person.Rank> ranks() {
        return Arrays.stream(Person.Rank.values()).filter(rank -> rank != Person.Rank.BOT);
    }

    private static String word(Person.Rank rank) {
        return rank.name().toLowerCase(Locale.ROOT);
    }
}
