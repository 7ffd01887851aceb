package dev.lifeline.handler.access;

import dev.lifeline.access.AccessChange;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Entitlement;
import dev.lifeline.message.reply.AccessChangeReport;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import java.util.Locale;
import java.util.Map;

/** What does the record say of a change of access? One line before the provider is called, one after. */
final class AccessChangeAudit {

    private final TransitionRecorder recorder;

    AccessChangeAudit(TransitionRecorder recorder) {
        this.recorder = recorder;
    }

    void recordAttempt(Actor actor, AccessChange accessChange, CloudUser before) {
        Map<String, String> details = Map.of(
                "cloud-user", accessChange.username(),
                "cloud-user-id", accessChange.userId().toString(),
                "entitlement", entitlement(accessChange),
                "before", presenceText(accessChange.entitlement().isHeldBy(before)));
        recorder.recordAction(directionName(accessChange) + "-attempted", deviceId(accessChange), actor, details);
    }

    void recordResult(Actor actor, AccessChangeReport changed) {
        AccessChange accessChange = changed.pendingChange().accessChange();
        boolean grant = accessChange.direction() == AccessChange.Direction.GRANT;
        Map<String, String> details = Map.of(
                "cloud-user", accessChange.username(),
                "cloud-user-id", accessChange.userId().toString(),
                "entitlement", entitlement(accessChange),
                "result", changed.result().toString(),
                "after",
                        changed.observed()
                                .map(made -> presenceText(made == grant))
                                .orElse("unknown"));
        String ending = changed.isInEffect() ? "-confirmed" : "-unconfirmed";
        recorder.recordAction(directionName(accessChange) + ending, deviceId(accessChange), actor, details);
    }

    /** {@code grant} or {@code revoke}. */
    static String directionName(AccessChange accessChange) {
        return accessChange.direction().name().toLowerCase(Locale.ROOT);
    }

    /** The device's id; empty where the change is about none. */
    static String deviceId(AccessChange accessChange) {
        return accessChange.entitlement() instanceof Entitlement.DeviceEntitlement reach
                ? reach.deviceId().toString()
                : "";
    }

    private static String entitlement(AccessChange accessChange) {
        return accessChange.entitlement() instanceof Entitlement.PermissionEntitlement permissionEntitlement
                ? permissionEntitlement.permission().name()
                : "device access";
    }

    private static String presenceText(boolean has) {
        return has ? "has it" : "has it not";
    }
}
