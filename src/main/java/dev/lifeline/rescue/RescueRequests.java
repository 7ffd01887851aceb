package dev.lifeline.rescue;

import dev.lifeline.device.DeviceId;
import java.util.List;
import java.util.Optional;

/** Which requests are there, and in which stage? On disk; every change is a compare-and-set on the version. */
public interface RescueRequests {

    /**
     * Opens a request, unless its device has an open one already.
     *
     * @return the request that is open for the device now: this one, or the one that was there
     */
    RescueRequest open(RescueRequest request);

    /**
     * Saves a request that moved.
     *
     * @throws StaleRequestException when somebody else saved it first: read it again and decide anew
     */
    void save(RescueRequest moved);

    Optional<RescueRequest> find(RequestId id);

    /** The open request for a device. */
    Optional<RescueRequest> findOpen(DeviceId device);

    /** Every request that is not closed, the oldest first. */
    List<RescueRequest> findOpen();

    /** Every request, open or closed, whose glass was broken and that nobody has signed. */
    List<RescueRequest> findReviewPending();

    /** How many requests there ever were whose glass was broken. */
    long countBreakGlass();

    /** Requests, open or closed, of a device or of all, those that were asked for last first. */
    List<RescueRequest> findRecent(Optional<DeviceId> device, int limit);

    /** Closed requests, the newest first. */
    List<RescueRequest> findClosed(int limit);
}
