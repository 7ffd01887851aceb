package dev.lifeline.rescue;

import dev.lifeline.device.DeviceId;
import java.util.List;
import java.util.Optional;

/**
 * Stores requests; every change is a compare-and-set on the version, and a device has at most one open request.
 *
 * <p>Thread-safe; joins the caller's database transaction (see {@link TransactionRunner}). Every method blocks for the
 * local database only and throws an unchecked exception when it fails. A stored request that this release cannot read is missing in lists;
 * what asks for it alone throws {@link dev.lifeline.device.UnreadableRecordException}.
 *
 * <p>A request that was closed long ago may be kept apart from the others; every method finds it all the same.
 */
public interface RescueRequests {

    /**
     * Opens a request, unless its device has an open one already.
     *
     * @return the request that is open for the device now: this one, or the one that was there
     */
    RescueRequest open(RescueRequest request);

    /**
     * Saves a request that made a transition, if the stored version is one lower.
     *
     * @throws StaleRequestException when another writer saved it first, or it is reopened while its device has another open request: read it
     *     again and decide anew
     */
    void save(RescueRequest changed);

    /** The request of this id; empty when there is none. */
    Optional<RescueRequest> find(RequestId id);

    /** The open request for a device. */
    Optional<RescueRequest> findOpen(DeviceId device);

    /** Every request that is not closed, the oldest first. */
    List<RescueRequest> findOpen();

    /** Every request, open or closed, whose break-glass review is not signed off, the oldest first. */
    List<RescueRequest> findReviewPending();

    /** Number of requests, open or closed, for which break-glass was used; drills do not count. Does not read them. */
    long countBreakGlass();

    /** Number of requests that are not closed, those that cannot be read among them; drills do not count. */
    long countOpen();

    /** Number of drills that are not closed. */
    long countOpenDrills();

    /**
     * Number of requests, open or closed, whose break-glass review is not signed off, those that cannot be read among them; drills do not
     * count.
     */
    long countReviewPending();

    /** Ids of requests that are missing in {@link #findOpen()} or {@link #findReviewPending()} because this release cannot read them. */
    List<String> findUnreadable();

    /**
     * Requests, open or closed, of one device or of all, the newest first.
     *
     * @param limit largest number of requests returned
     */
    List<RescueRequest> findRecent(Optional<DeviceId> device, int limit);

    /**
     * Closed requests, the last closed first.
     *
     * @param limit largest number of requests returned
     */
    List<RescueRequest> findClosed(int limit);
}
