package dev.lifeline.sandbox.slack.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Enterprise;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens at once when asked for: to sockets, to the app, to channels, to people? */
final class InstantFaults {

    /** One of them; the wish names the channel, person or scope that it is about. */
    private interface InstantFault {
        void apply(JsonNode wish) throws ImpossibleActionException;
    }

    private final Map<Fault, InstantFault> faultActions = new EnumMap<>(Fault.class);
    private final Workspace workspace;
    private final FaultPoint faultPoint;

    InstantFaults(Workspace workspace, FaultPoint faultPoint) {
        this.workspace = workspace;
        this.faultPoint = faultPoint;
        registerSocketFaults();
        registerAppFaults();
        workspace();
    }

    private void registerSocketFaults() {
        faultActions.put(Fault.DROP_SOCKET, wish -> faultPoint.dropSockets());
        faultActions.put(Fault.MUTE_SOCKET, wish -> faultPoint.muteSockets());
        faultActions.put(Fault.REFRESH, wish -> faultPoint.refreshSockets());
        faultActions.put(Fault.WARNING, wish -> faultPoint.warnSockets());
        faultActions.put(Fault.REFRESH_UNWARNED, wish -> faultPoint.refreshSocketsUnwarned());
        faultActions.put(Fault.TOO_MANY_WEBSOCKETS, wish -> faultPoint.disconnectSockets("too_many_websockets"));
        faultActions.put(Fault.LINK_DISABLED, wish -> faultPoint.disconnectSockets("link_disabled"));
    }

    private void registerAppFaults() {
        faultActions.put(Fault.REVOKE_TOKENS, wish -> faultPoint.revokeTokens());
        faultActions.put(Fault.UNINSTALL_APP, wish -> faultPoint.uninstallApp());
        faultActions.put(Fault.REVOKE_SCOPE, this::revokeScope);
        faultActions.put(Fault.JOIN_ENTERPRISE, this::joinEnterprise);
    }

    private void workspace() {
        faultActions.put(Fault.ARCHIVE_CHANNEL, onChannel(channel -> workspace.channels().setArchived(channel.id(), true)));
        faultActions.put(Fault.SHARE_CHANNEL, onChannel(this::shareChannel));
        faultActions.put(Fault.REMOVE_BOT, onChannel(this::removeBot));
        faultActions.put(Fault.CHANGE_PERSON, this::changeUserRole);
    }

    /** Brings it about. */
    void trigger(Fault fault, JsonNode wish) throws ImpossibleActionException {
        InstantFault instantFault = faultActions.get(fault);
        if (instantFault == null) throw new IllegalArgumentException(fault.wireName() + " does not happen at once");
        instantFault.apply(wish);
        workspace.visibleState().changes().workspaceChanged();
    }

    private void revokeScope(JsonNode wish) {
        workspace.app().updateManifest(old -> old.withoutScope(wish.path("scope").asText()));
    }

    private void joinEnterprise(JsonNode wish) {
        String id = wish.path("enterprise").asText("E0SANDBOX");
        workspace.app().setEnterprise(Optional.of(new Enterprise(id, "Sandbox Enterprise")));
    }

    private InstantFault onChannel(Consumer<Channel> deed) {
        return wish -> deed.accept(channel(wish));
    }

    private Channel channel(JsonNode wish) throws ImpossibleActionException {
        return Json.nonEmptyText(wish, "channel")
                .flatMap(workspace.channels()::byNameOrId)
                .orElseThrow(() -> new ImpossibleActionException(
                        wish.path("fault").asText() + " wants a channel",
                        workspace.channels().all().stream().map(Channel::name).toList()));
    }

    private void shareChannel(Channel channel) {
        Channel shared = workspace.shareChannel(channel);
        if (!shared.id().equals(channel.id())) faultPoint.channelIdChanged(channel.id(), shared);
    }

    private void removeBot(Channel channel) {
        workspace.channels().removeMember(channel.id(), workspace.app().ids().botUser());
    }

    private void changeUserRole(JsonNode wish) throws ImpossibleActionException {
        User user = Json.nonEmptyText(wish, "person")
                .flatMap(workspace.users()::byHandleOrId)
                .orElseThrow(() -> new ImpossibleActionException(
                        wish.path("fault").asText() + " wants a person",
                        workspace.users().all().stream().map(User::handle).toList()));
        workspace.users().setRole(user.id(), parseRole(wish.path("to").asText()));
    }

    private static User.Role parseRole(String word) throws ImpossibleActionException {
        return assignableRoles().filter(role -> wireName(role).equals(word))
                .findFirst()
                .orElseThrow(() -> new ImpossibleActionException(
                        "\"to\" wants what the person is from now on",
                        assignableRoles().map(InstantFaults::wireName).toList()));
    }

    /** What a person can become; nobody becomes a bot. */
    private static Stream<User.Role> assignableRoles() {
        return Arrays.stream(User.Role.values()).filter(role -> role != User.Role.BOT);
    }

    private static String wireName(User.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
