package dev.lifeline.testkit;

import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.LostRace;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Review;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests without a database. */
public final class RequestsInMemory implements RescueRequests {

    private final Map<RequestId, RescueRequest> all = new LinkedHashMap<>();

    @Override
    public RescueRequest open(RescueRequest request) {
        Optional<RescueRequest> there = openFor(request.device().id());
        if (there.isEmpty()) all.put(request.id(), request);
        return there.orElse(request);
    }

    @Override
    public void save(RescueRequest moved) {
        RescueRequest before = find(moved.id()).orElseThrow();
        if (before.version() != moved.version() - 1) throw new LostRace(moved.id());
        all.put(moved.id(), moved);
    }

    @Override
    public Optional<RescueRequest> find(RequestId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<RescueRequest> openFor(DeviceId device) {
        return open().stream()
                .filter(request -> request.device().id().equals(device))
                .findFirst();
    }

    @Override
    public List<RescueRequest> open() {
        return all.values().stream()
                .filter(request -> !request.stage().isClosed())
                .toList();
    }

    @Override
    public List<RescueRequest> underReview() {
        return all.values().stream()
                .filter(request -> request.review().filter(Review::isOpen).isPresent())
                .toList();
    }

    @Override
    public long glassBroken() {
        return all.values().stream()
                .filter(request -> request.review().isPresent())
                .count();
    }

    @Override
    public List<RescueRequest> recent(Optional<DeviceId> device, int limit) {
        return all.values().stream().limit(limit).toList();
    }

    @Override
    public List<RescueRequest> closed(int limit) {
        return List.of();
    }
}
