package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One device of the account. Thread-safe: changes are applied one at a time. */
public final class Device {

    private volatile DeviceSpec deviceSpec;
    private DeviceState state = DeviceState.INITIAL;
    private volatile String notes = "";
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

    /** Returns its state at a moment. */
    public synchronized DeviceSnapshot snapshotAt(Instant now) {
        state = state.advancedTo(now);
        return new DeviceSnapshot(
                state.appearanceAt(now),
                state.isoImage(),
                state.activeTransactionAt(now),
                state.lastTransaction(),
                state.recentCommands());
    }

    /** Applies one change atomically; the change may throw to refuse it. */
    synchronized void update(Instant now, UnaryOperator<DeviceState> change) {
        state = change.apply(state.advancedTo(now));
    }

    /** Whether an operation is in progress that time will end. */
    public synchronized boolean isChanging(Instant now) {
        state = state.advancedTo(now);
        return state
                .operation()
                .filter(timedOperation -> timedOperation.scriptedOutcome() != ScriptedOutcome.GETS_STUCK || !timedOperation.hasStarted(now))
                .isPresent();
    }

    /** Removes the device from the account permanently. */
    synchronized void cancel() {
        cancelled = true;
    }

    /** Hides the device from all users but the master user. */
    synchronized void loseAccess() {
        accessLost = true;
    }

    /** Gives the device another host name; any text is accepted. */
    public void rename(String hostname) {
        deviceSpec = deviceSpec.withHostname(hostname);
    }

    /** Replaces the tags. */
    public void tag(List<String> tags) {
        deviceSpec = deviceSpec.withTags(tags);
    }

    /** Replaces the notes; they are empty at first. */
    public void note(String text) {
        notes = text;
    }

    public String notes() {
        return notes;
    }

    /** Removes the recorded credential from the account. */
    synchronized void loseCredentials() {
        credentialsLost = true;
    }

    /** Returns the recorded credential, if there is one. */
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
