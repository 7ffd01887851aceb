package dev.lifeline.testkit;

import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.StaleRequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rescue requests in memory. */
public final class InMemoryRescueRequests implements RescueRequests {

    private final Map<RequestId, RescueRequest> requests = new LinkedHashMap<>();

    @Override
    public RescueRequest open(RescueRequest request) {
        Optional<RescueRequest> open = findOpen(request.device().id());
        if (open.isEmpty()) requests.put(request.id(), request);
        return open.orElse(request);
    }

    @Override
    public void save(RescueRequest changed) {
        RescueRequest current = find(changed.id()).orElseThrow();
        boolean deviceTaken = !changed.stage().isClosed()
                && findOpen(changed.device().id())
                        .filter(open -> !open.id().equals(changed.id()))
                        .isPresent();
        if (deviceTaken || current.version() != changed.version() - 1) throw new StaleRequestException(changed.id());
        requests.put(changed.id(), changed);
    }

    @Override
    public Optional<RescueRequest> find(RequestId id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public Optional<RescueRequest> findOpen(DeviceId device) {
        return findOpen().stream()
                .filter(request -> request.device().id().equals(device))
                .findFirst();
    }

    @Override
    public List<RescueRequest> findOpen() {
        return requests.values().stream()
                .filter(request -> !request.stage().isClosed())
                .toList();
    }

    @Override
    public List<RescueRequest> findReviewPending() {
        return requests.values().stream()
                .filter(request -> request.review().filter(Review::isPending).isPresent())
                .toList();
    }

    @Override
    public long countBreakGlass() {
        return requests.values().stream()
                .filter(request -> request.review().isPresent() && !request.isDrill())
                .count();
    }

    @Override
    public long countOpen() {
        return findOpen().stream().filter(request -> !request.isDrill()).count();
    }

    @Override
    public long countOpenDrills() {
        return findOpen().stream().filter(RescueRequest::isDrill).count();
    }

    @Override
    public long countReviewPending() {
        return findReviewPending().stream()
                .filter(request -> !request.isDrill())
                .count();
    }

    @Override
    public List<String> findUnreadable() {
        return List.of();
    }

    @Override
    public List<RescueRequest> findRecent(Optional<DeviceId> device, int limit) {
        return requests.values().stream().limit(limit).toList();
    }

    @Override
    public List<RescueRequest> findClosed(int limit) {
        return List.of();
    }
}
