package dev.lifeline.workflow;

import dev.lifeline.approval.Policy;
import dev.lifeline.approval.Rules;
import dev.lifeline.device.Condition;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Sighting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How are all the watched devices just now? One poll for all of them, however many rescues are open. */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Bench bench;
    private final Watch watch;
    private final Policy policy;
    private final ExecutorService knockers;

    /** Knocks at many devices side by side, as many as there are knockers. */
    public Rounds(Bench bench, Watch watch, Policy policy, ExecutorService knockers) {
        this.bench = bench;
        this.watch = watch;
        this.policy = policy;
        this.knockers = knockers;
    }

    /** One round over everything that is watched; answers how long until the next. */
    public Duration tick() {
        List<RescueRequest> watched = watched();
        try {
            if (!watched.isEmpty()) look(watched);
        } catch (ProviderUnreachable away) {
            LOG.warn("{} devices could not be looked at: {}", watched.size(), away.getMessage());
        }
        List<RescueRequest> still = watched();
        Rules.Lingering lingering = policy.remindInRescue();
        still.forEach(request -> request.lingering(
                        lingering.after(), lingering.every(), bench.clock().instant())
                .ifPresent(bench::write));
        return bench.cadence().after(still);
    }

    private List<RescueRequest> watched() {
        return bench.requests().open().stream()
                .filter(request -> request.stage().watched())
                .toList();
    }

    /** A sighting is as old as its oldest part: an answer that took long must not make a knock look fresh. */
    private void look(List<RescueRequest> watched) {
        Instant at = bench.clock().instant();
        Map<DeviceId, CompletableFuture<Knock>> knocks = watched.stream()
                .collect(Collectors.toMap(request -> request.device().id(), this::knock));
        Map<DeviceId, Condition> conditions = bench.devices().look(knocks.keySet());
        for (RescueRequest request : watched) {
            DeviceId id = request.device().id();
            Optional<Condition> condition =
                    Optional.ofNullable(conditions.get(id)).or(() -> secondLook(id));
            Knock knock = Optional.ofNullable(knocks.get(id))
                    .map(CompletableFuture::join)
                    .orElseGet(Knock.Silent::new);
            fold(request, new Sighting(condition, knock, at));
        }
    }

    /** A knock that fails tells nothing about its device, and must not spoil the round for the others. */
    private CompletableFuture<Knock> knock(RescueRequest request) {
        return CompletableFuture.supplyAsync(() -> bench.reach().knock(request.device()), knockers)
                .exceptionally(fault -> {
                    LOG.warn("the knock at {} failed", request.device().id(), fault);
                    return new Knock.Silent();
                });
    }

    /** A device that is missing from a list may only be missing from that answer: it is asked for by itself before it is given up. */
    private Optional<Condition> secondLook(DeviceId id) {
        return bench.devices().inspect(id).map(Inspection::condition);
    }

    /** One sighting may carry a request over several stages; each is told. */
    private void fold(RescueRequest request, Sighting sighting) {
        Optional<RescueRequest> current = Optional.of(request);
        while (current.isPresent()) current = current.flatMap(found -> folded(found, sighting));
    }

    private Optional<RescueRequest> folded(RescueRequest request, Sighting sighting) {
        return watch.fold(request, sighting)
                .map(this::withLoginName)
                .filter(bench::write)
                .map(Move.Moved::next);
    }

    private Move.Moved withLoginName(Move.Moved moved) {
        boolean unnamed =
                moved.next().stage() instanceof InRescue in && in.loginName().isEmpty();
        if (!unnamed) return moved;
        Optional<String> name =
                asked(bench.devices()::loginName, moved.next().device().id());
        return new Move.Moved(moved.next().knowing(name), moved.happened());
    }

    /** That a device is up is told even when the provider does not say whom to log in as. */
    private static Optional<String> asked(Function<DeviceId, Optional<String>> question, DeviceId id) {
        try {
            return question.apply(id);
        } catch (ProviderUnreachable away) {
            LOG.warn("the login name of {} could not be read: {}", id, away.getMessage());
            return Optional.empty();
        }
    }
}
