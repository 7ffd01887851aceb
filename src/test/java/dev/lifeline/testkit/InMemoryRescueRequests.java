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

/** Requests without a database. */
public final class InMemoryRescueRequests implements RescueRequests {

    private final Map<RequestId, RescueRequest> requests = new LinkedHashMap<>();

    @Override
    public RescueRequest open(RescueRequest request) {
        Optional<RescueRequest> there = findOpen(request.device().id());
        if (there.isEmpty()) requests.put(request.id(), request);
        return there.orElse(request);
    }

    @Override
    public void save(RescueRequest moved) {
        RescueRequest before = find(moved.id()).orElseThrow();
        if (before.version() != moved.version() - 1) throw new StaleRequestException(moved.id());
        requests.put(moved.id(), moved);
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
                .filter(request -> request.review().isPresent())
                .count();
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
