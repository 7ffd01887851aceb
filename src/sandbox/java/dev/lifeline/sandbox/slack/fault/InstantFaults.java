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

/** Applies the faults that take effect at once: to sockets, the app, channels and users. */
final class InstantFaults {

    /** Applies one fault; the request names the channel, user or scope. */
    private interface InstantFault {
        void apply(JsonNode request) throws ImpossibleActionException;
    }

    private final Map<Fault, InstantFault> faultActions = new EnumMap<>(Fault.class);
    private final Workspace workspace;
    private final FaultPoint faultPoint;

    InstantFaults(Workspace workspace, FaultPoint faultPoint) {
        this.workspace = workspace;
        this.faultPoint = faultPoint;
        registerSocketFaults();
        registerAppFaults();
        registerWorkspaceFaults();
    }

    private void registerSocketFaults() {
        faultActions.put(Fault.DROP_SOCKET, request -> faultPoint.dropSockets());
        faultActions.put(Fault.MUTE_SOCKET, request -> faultPoint.muteSockets());
        faultActions.put(Fault.REFRESH, request -> faultPoint.refreshSockets());
        faultActions.put(Fault.WARNING, request -> faultPoint.warnSockets());
        faultActions.put(Fault.REFRESH_UNWARNED, request -> faultPoint.refreshSocketsUnwarned());
        faultActions.put(Fault.TOO_MANY_WEBSOCKETS, request -> faultPoint.disconnectSockets("too_many_websockets"));
        faultActions.put(Fault.LINK_DISABLED, request -> faultPoint.disconnectSockets("link_disabled"));
    }

    private void registerAppFaults() {
        faultActions.put(Fault.REVOKE_TOKENS, request -> faultPoint.revokeTokens());
        faultActions.put(Fault.UNINSTALL_APP, request -> faultPoint.uninstallApp());
        faultActions.put(Fault.APP_RATE_LIMITED, request -> faultPoint.limitEvents());
        faultActions.put(Fault.DISABLE_SUBSCRIPTIONS, request -> faultPoint.disableSubscriptions());
        faultActions.put(Fault.REVOKE_SCOPE, this::revokeScope);
        faultActions.put(Fault.JOIN_ENTERPRISE, this::joinEnterprise);
    }

    private void registerWorkspaceFaults() {
        faultActions.put(Fault.ARCHIVE_CHANNEL, onChannel(channel -> workspace.channels().setArchived(channel.id(), true)));
        faultActions.put(Fault.SHARE_CHANNEL, onChannel(this::shareChannel));
        faultActions.put(Fault.REMOVE_BOT, onChannel(this::removeBot));
        faultActions.put(Fault.CHANGE_PERSON, this::changeUserRole);
        faultActions.put(Fault.DESCRIBE_PERSON, this::changeDescription);
    }

    /**
     * Applies a fault now.
     *
     * @throws ImpossibleActionException where the request names no such channel or user
     */
    void trigger(Fault fault, JsonNode request) throws ImpossibleActionException {
        InstantFault instantFault = faultActions.get(fault);
        if (instantFault == null) throw new IllegalArgumentException(fault.wireName() + " does not take effect at once");
        instantFault.apply(request);
        workspace.visibleState().changes().workspaceChanged();
    }

    private void revokeScope(JsonNode request) {
        workspace.app().updateManifest(manifest -> manifest.withoutScope(request.path("scope").asText()));
    }

    private void joinEnterprise(JsonNode request) {
        String id = request.path("enterprise").asText("E0SANDBOX");
        workspace.app().setEnterprise(Optional.of(new Enterprise(id, "Sandbox Enterprise", request.path("org_wide").asBoolean())));
    }

    private InstantFault onChannel(Consumer<Channel> action) {
        return request -> action.accept(channel(request));
    }

    private Channel channel(JsonNode request) throws ImpossibleActionException {
        return Json.nonEmptyText(request, "channel")
                .flatMap(workspace.channels()::byNameOrId)
                .orElseThrow(() -> new ImpossibleActionException(
                        request.path("fault").asText() + " needs a \"channel\"",
                        workspace.channels().all().stream().map(Channel::name).toList()));
    }

    private void shareChannel(Channel channel) {
        Channel shared = workspace.shareChannel(channel);
        if (!shared.id().equals(channel.id())) faultPoint.channelIdChanged(channel.id(), shared);
    }

    private void removeBot(Channel channel) {
        workspace.channels().removeMember(channel.id(), workspace.app().ids().botUser());
    }

    private void changeUserRole(JsonNode request) throws ImpossibleActionException {
        workspace.users().setRole(person(request).id(), parseRole(request.path("to").asText()));
    }

    private User person(JsonNode request) throws ImpossibleActionException {
        return Json.nonEmptyText(request, "person")
                .flatMap(workspace.users()::byHandleOrId)
                .orElseThrow(() -> new ImpossibleActionException(
                        request.path("fault").asText() + " needs a \"person\"",
                        workspace.users().all().stream().map(User::handle).toList()));
    }

    private void changeDescription(JsonNode request) throws ImpossibleActionException {
        String name = request.path("as").asText();
        User.Description description = Stream.of(User.Description.values())
                .filter(known -> wireName(known).equals(name))
                .findFirst()
                .orElseThrow(() -> new ImpossibleActionException(
                        "\"as\" must be one of these",
                        Stream.of(User.Description.values())
                                .map(InstantFaults::wireName)
                                .toList()));
        workspace.users().setDescription(person(request).id(), description);
    }

    private static User.Role parseRole(String roleName) throws ImpossibleActionException {
        return assignableRoles().filter(role -> wireName(role).equals(roleName))
                .findFirst()
                .orElseThrow(() -> new ImpossibleActionException(
                        "\"to\" must be one of the roles",
                        assignableRoles().map(InstantFaults::wireName).toList()));
    }

    /** The roles a user can be given; a user cannot become a bot. */
    private static Stream<User.Role> assignableRoles() {
        return Arrays.stream(User.Role.values()).filter(role -> role != User.Role.BOT);
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
