package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One server of the account. What changes about it changes one caller at a time. */
public final class Device {

    private volatile DeviceSpec deviceSpec;
    private DeviceState state = DeviceState.INITIAL;
    private boolean cancelled;
    private boolean accessLost;
    private boolean credentialsLost;

    public Device(DeviceSpec deviceSpec) {
        this.deviceSpec = deviceSpec;
    }

    public DeviceSpec spec() {
        return deviceSpec;
    }

    public long id() {
        return deviceSpec.id();
    }

    /** How it stands now. */
    public synchronized DeviceSnapshot snapshotAt(Instant now) {
        state = state.advancedTo(now);
        return new DeviceSnapshot(
                state.appearanceAt(now),
                state.isoImage(),
                state.activeTransactionAt(now),
                state.lastTransaction(),
                state.recentCommands());
    }

    /** One change, seen by nobody half done; the change may throw to refuse. */
    synchronized void update(Instant now, UnaryOperator<DeviceState> change) {
        state = change.apply(state.advancedTo(now));
    }

    /** Whether something is still going on that time will end. */
    public synchronized boolean isChanging(Instant now) {
        state = state.advancedTo(now);
        return state
                .operation()
                .filter(timedOperation -> timedOperation.scriptedOutcome() != ScriptedOutcome.GETS_STUCK || !timedOperation.hasStarted(now))
                .isPresent();
    }

    /** Gone from the account for good. */
    synchronized void cancel() {
        cancelled = true;
    }

    /** Still there, and seen by the account's owner only. */
    synchronized void loseAccess() {
        accessLost = true;
    }

    /** The account forgets what it had on record. */
    /** Somebody on the account gives it another host name, of whatever they like. */
    public void rename(String hostname) {
        deviceSpec = deviceSpec.withHostname(hostname);
    }

    synchronized void loseCredentials() {
        credentialsLost = true;
    }

    /** What the account has on record of its login. */
    public synchronized Optional<Credential> recordedCredential() {
        return credentialsLost ? Optional.empty() : deviceSpec.recordedCredential();
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    public synchronized boolean isAccessLost() {
        return accessLost;
    }
}
