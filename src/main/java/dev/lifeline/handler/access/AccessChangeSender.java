package dev.lifeline.handler.access;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.message.reply.AccessChangeReport;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Sends an access change to the provider, once at most, and reads what came of it. Blocks for as long as the provider takes. */
public final class AccessChangeSender {

    /** From the preparation of a change until its command has to leave. */
    static final Duration SEND_WINDOW = Duration.ofSeconds(45);

    private final CloudUsers cloudUsers;
    private final AccessAdmin accessAdmin;
    private final AccessChangeListener listener;
    private final LongSupplier nanoTime;

    /** A sender whose send-by times run on the system's monotonic clock. */
    public AccessChangeSender(CloudUsers cloudUsers, AccessAdmin accessAdmin, AccessChangeListener listener) {
        this(cloudUsers, accessAdmin, listener, System::nanoTime);
    }

    /** @param nanoTime a monotonic clock in nanoseconds */
    public AccessChangeSender(
            CloudUsers cloudUsers, AccessAdmin accessAdmin, AccessChangeListener listener, LongSupplier nanoTime) {
        this.cloudUsers = cloudUsers;
        this.accessAdmin = accessAdmin;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /** The user whose access is to change. */
    CloudUser read(AccessChange accessChange) {
        return cloudUsers
                .findById(accessChange.userId())
                .orElseThrow(() -> new ProviderUnavailableException("the user was there a moment ago"));
    }

    /**
     * Prepares the change, before it is claimed. A process that stands still afterwards does not send it after {@link #SEND_WINDOW}: the
     * rights that were checked for it may have changed.
     */
    Supplier<AccessChangeResult> prepare(AccessChange accessChange) {
        AccessAdmin.PreparedChange prepared = accessAdmin.prepare(accessChange);
        long preparedAt = nanoTime.getAsLong();
        return () -> prepared.send(() -> nanoTime.getAsLong() - preparedAt < SEND_WINDOW.toNanos());
    }

    /**
     * Sends the change and reads the user again.
     *
     * @param prepared the change with what its command needs
     * @param claimed whether this run claimed it; else an earlier run of the same interaction may have sent it, and it is not sent again
     * @param before the user before the change, which is not sent where it is in effect already
     */
    AccessChangeReport send(
            PendingAccessChange change, Supplier<AccessChangeResult> prepared, boolean claimed, CloudUser before) {
        AccessChange accessChange = change.accessChange();
        AccessChangeResult result = claimed && !accessChange.isApplied(before)
                ? prepared.get()
                : new AccessChangeResult.Unconfirmed("not sent by this run");
        listener.onAccessChanged(change.targetId(), accessChange.userId());
        return new AccessChangeReport(change, result, isInEffect(accessChange));
    }

    /** Empty where the user cannot be read. */
    private Optional<Boolean> isInEffect(AccessChange accessChange) {
        try {
            return cloudUsers.findById(accessChange.userId()).map(accessChange::isApplied);
        } catch (ProviderUnavailableException e) {
            return Optional.empty();
        }
    }
}
