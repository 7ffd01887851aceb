package dev.lifeline.simulation;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.device.AccountName;
import dev.lifeline.rescue.PowerOn;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges each order at the moment at which it leaves for the provider (promises P1, P4, P5). */
final class Orders {

    /** From the claim until the order has to leave, with the time of the calls in between. */
    private static final Duration CLAIM_VALIDITY = Duration.ofSeconds(60);

    /** From the check of access until then. */
    private static final Duration CHECK_VALIDITY = Duration.ofMinutes(2);

    private final SimulatedWorld world;
    private final Map<RequestId, Integer> launches = new HashMap<>();
    private final Map<RequestId, Duration> claimedAt = new HashMap<>();
    private final Map<RequestId, Integer> exits = new HashMap<>();
    private final Map<RequestId, Integer> powerOns = new HashMap<>();
    private Optional<ReplicaStore> observed = Optional.empty();

    Orders(SimulatedWorld world) {
        this.world = world;
    }

    /** The database as it is, by which orders are judged. */
    void observe(ReplicaStore store) {
        observed = Optional.of(store);
    }

    Optional<String> deviceOf(String id) {
        if (!RequestId.isWellFormed(id)) return Optional.empty();
        return observed.orElseThrow()
                .requests()
                .find(new RequestId(id))
                .map(request -> request.device().name().hostname());
    }

    /** A command of the request was claimed. */
    void noteClaim(RequestId id) {
        claimedAt.put(id, world.time().elapsed());
    }

    private void requireFreshClaim(RequestId id, String what) {
        if (!claimedAt.containsKey(id)) world.violated("P8", what + " of " + id + " without an entry of its claim");
        Duration age = world.time().elapsed().minus(claimedAt.getOrDefault(id, Duration.ZERO));
        if (age.compareTo(CLAIM_VALIDITY) > 0)
            world.violated("P1", what + " of " + id + " left " + age.toSeconds() + " s after its claim");
    }

    boolean isAwaitingApproval(RequestId id) {
        return observed.orElseThrow()
                .requests()
                .find(id)
                .filter(request -> request.stage() instanceof Stage.AwaitingApproval)
                .isPresent();
    }

    /** The devices on which the bot acts, or is about to, in the order of their requests. */
    List<SimulatedDevice> requestedDevices() {
        return observed.orElseThrow().requests().findOpen().stream()
                .flatMap(request -> world.account().find(request.device().id()).stream())
                .toList();
    }

    /** Who asked for a rescue that is confirmed and was not sent, in the order of these. */
    List<SlackUserId> waitingRequesters() {
        return waiting()
                .filter(request -> !(request.stage() instanceof Stage.AwaitingConfirmation))
                .map(request -> request.plan().requester().slackUserId())
                .toList();
    }

    /** The devices of requests that are not sent. */
    List<SimulatedDevice> waitingDevices() {
        return waiting()
                .flatMap(request -> world.account().find(request.device().id()).stream())
                .toList();
    }

    private Stream<RescueRequest> waiting() {
        return observed.orElseThrow().requests().findOpen().stream()
                .filter(request -> request.stage().isBeforeLaunch());
    }

    boolean isLaunched(RequestId id) {
        return launches.containsKey(id);
    }

    void launched(ReplicaProcess process, SimulatedDevice device) {
        RequestId id = process.currentRequest();
        world.trace(process.name(), "launch left for " + id + " on " + device.hostname());
        if (launches.merge(id, 1, Integer::sum) > 1) world.violated("P1", "two launches for " + id);
        ReplicaStore store = observed.orElseThrow();
        RescueRequest request = store.requests().find(id).orElseThrow();
        if (!request.device().id().equals(device.id())) world.violated("P1", "launch on another device for " + id);
        if (!(request.stage() instanceof Stage.Launching))
            world.violated(
                    "P1", "launch left in stage " + request.stage().getClass().getSimpleName() + " of " + id);
        requireName(request, device);
        requireFreshClaim(id, "launch");
        requireAble(request.plan().requester(), "launch", id);
        requireApprovals(store, request, device);
    }

    /** What is launched has the name that its card shows. */
    private void requireName(RescueRequest request, SimulatedDevice device) {
        boolean renamed = !request.device().name().hostname().equals(device.hostname())
                && device.sinceRenamed(world.time().now()).compareTo(CHECK_VALIDITY) > 0;
        if (renamed) world.violated("P9", request.id() + " launches " + device.hostname() + " by the name of before");
    }

    private void requireAble(Requester requester, String what, RequestId id) {
        if (!world.humans().wasAble(requester.slackUserId(), requester.cloudUserId(), CHECK_VALIDITY))
            world.violated("P4", what + " without the right of " + requester.slackUserId() + " for " + id);
        requireOwnLink(requester, what, id);
    }

    private void requireOwnLink(Requester requester, String what, RequestId id) {
        Instant validFrom = world.time().now().minus(CHECK_VALIDITY);
        observed.orElseThrow()
                .accountLinks()
                .find(requester.slackUserId(), AccountName.MAIN)
                .filter(accountLink ->
                        !accountLink.isActive() || !accountLink.cloudUserId().equals(requester.cloudUserId()))
                .filter(accountLink -> world.linkedUntil(requester.slackUserId(), requester.username())
                        .isBefore(validFrom))
                .ifPresent(accountLink -> world.violated("P4", what + " with the rights of another, for " + id));
    }

    private void requireApprovals(ReplicaStore store, RescueRequest request, SimulatedDevice device) {
        List<AuditEntry> entries = store.auditLog().findByRequest(request.id().value());
        boolean brokenGlass = entries.stream().anyMatch(entry -> entry.event().equals("break-glass-used"));
        if (brokenGlass) return;
        Set<String> humans = new HashSet<>();
        for (AuditEntry approval : approvals(entries)) {
            SlackUserId voter = new SlackUserId(approval.actor());
            humans.add(world.humans().human(voter));
            requireLegitimateVoter(store, request, voter);
        }
        String requester = world.humans().human(request.plan().requester().slackUserId());
        if (humans.contains(requester)) world.violated("P5", requester + " approved their own " + request.id());
        int needed = Math.max(
                device.isProduction() ? 1 : 0, request.plan().requirements().quorum());
        if (humans.size() < needed)
            world.violated("P5", request.id() + " launched with " + humans.size() + " of " + needed + " approvals");
    }

    private static List<AuditEntry> approvals(List<AuditEntry> entries) {
        List<AuditEntry> approvals = new ArrayList<>();
        for (AuditEntry entry : entries) {
            if (entry.event().equals("drifted")) approvals.clear();
            if (entry.event().equals("approved")) approvals.add(entry);
        }
        return approvals;
    }

    /** A link to another's cloud user that the requester made, and nobody else before, gives no vote. */
    private void requireLegitimateVoter(ReplicaStore store, RescueRequest request, SlackUserId voter) {
        String requester = world.humans().human(request.plan().requester().slackUserId());
        boolean byRequester = store.accountLinks()
                .find(voter, AccountName.MAIN)
                .filter(link -> !world.humans()
                        .human(link.cloudUserId())
                        .equals(world.humans().human(voter)))
                .filter(link -> Stream.of(link.origin(), link.firstOrigin())
                        .allMatch(origin -> origin.method() == AccountLink.LinkMethod.ASSIGNED
                                && world.humans().human(origin.linkedBy()).equals(requester)))
                .isPresent();
        if (byRequester) world.violated("P5", "the requester linked the approver " + voter + " of " + request.id());
    }

    private static long count(ReplicaStore store, RequestId id, String event) {
        return store.auditLog().findByRequest(id.value()).stream()
                .filter(entry -> entry.event().equals(event))
                .count();
    }

    void poweredOn(ReplicaProcess process, SimulatedDevice device) {
        RequestId id = process.currentRequest();
        world.trace(process.name(), "power-on left for " + id + " to " + device.hostname());
        ReplicaStore store = observed.orElseThrow();
        RescueRequest request = store.requests().find(id).orElseThrow();
        if (!request.device().id().equals(device.id())) world.violated("P1", "power-on of another device for " + id);
        if (powerOns.merge(id, 1, Integer::sum) > count(store, id, "power-on-requested"))
            world.violated("P1", "more power-ons than asked for by " + id);
        Optional<PowerOn> claimed = request.stage() instanceof Stage.AwaitingConfirmation waiting
                ? waiting.powerOn().filter(powerOn -> powerOn.state() == PowerOn.State.CLAIMED)
                : Optional.empty();
        if (claimed.isEmpty()) world.violated("P1", "power-on without a claim for " + id);
        claimed.ifPresent(powerOn -> requireAble(powerOn.requestedBy(), "power-on", id));
    }

    void exited(ReplicaProcess process, SimulatedDevice device) {
        RequestId id = process.currentRequest();
        world.trace(process.name(), "exit left for " + id + " on " + device.hostname());
        ReplicaStore store = observed.orElseThrow();
        RescueRequest request = store.requests().find(id).orElseThrow();
        if (exits.merge(id, 1, Integer::sum) > count(store, id, "exit-requested"))
            world.violated("P1", "more exits than asked for by " + id);
        requireFreshClaim(id, "exit");
        if (request.stage() instanceof Stage.Exiting exiting)
            exiting.requestedBy().ifPresent(requester -> requireAble(requester, "exit", id));
        else
            world.violated(
                    "P1", "exit left in stage " + request.stage().getClass().getSimpleName() + " of " + id);
    }
}
