package dev.lifeline.handler.access;

import dev.lifeline.access.AccessChange;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Entitlement;
import dev.lifeline.message.reply.AccessChangeReport;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import java.util.Locale;
import java.util.Map;

/** Writes the audit entries of an access change: one before the provider is called, one after. */
public final class AccessChangeAudit {

    private final TransitionRecorder recorder;

    public AccessChangeAudit(TransitionRecorder recorder) {
        this.recorder = recorder;
    }

    /** To be called in the transaction that claims the change. */
    void recordAttempt(Actor actor, AccessChange accessChange, CloudUser before) {
        Map<String, String> details = Map.of(
                "cloud-user", accessChange.username(),
                "cloud-user-id", accessChange.userId().toString(),
                "entitlement", entitlement(accessChange),
                "before", presenceText(accessChange.entitlement().isHeldBy(before)));
        recorder.recordAction(directionName(accessChange) + "-attempted", deviceId(accessChange), actor, details);
    }

    /** To be called once the result was seen. */
    void recordResult(Actor actor, AccessChangeReport report) {
        AccessChange accessChange = report.pendingChange().accessChange();
        boolean grant = accessChange.direction() == AccessChange.Direction.GRANT;
        Map<String, String> details = Map.of(
                "cloud-user", accessChange.username(),
                "cloud-user-id", accessChange.userId().toString(),
                "entitlement", entitlement(accessChange),
                "result", report.result().toString(),
                "after",
                        report.observed()
                                .map(applied -> presenceText(applied == grant))
                                .orElse("unknown"));
        String ending = report.isInEffect() ? "-confirmed" : "-unconfirmed";
        recorder.recordAction(directionName(accessChange) + ending, deviceId(accessChange), actor, details);
    }

    /** {@code grant} or {@code revoke}. */
    static String directionName(AccessChange accessChange) {
        return accessChange.direction().name().toLowerCase(Locale.ROOT);
    }

    /** The device's id; empty where the change concerns no device. */
    static String deviceId(AccessChange accessChange) {
        return accessChange.entitlement() instanceof Entitlement.DeviceEntitlement entitlement
                ? entitlement.deviceId().toString()
                : "";
    }

    private static String entitlement(AccessChange accessChange) {
        return accessChange.entitlement() instanceof Entitlement.PermissionEntitlement entitlement
                ? entitlement.permission().name()
                : "device access";
    }

    private static String presenceText(boolean has) {
        return has ? "has it" : "has it not";
    }
}
