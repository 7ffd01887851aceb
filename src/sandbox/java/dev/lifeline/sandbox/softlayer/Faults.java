package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.account.Device;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which faults are on, and does one strike here? */
final class Faults {

    /**
     * One fault asked for.
     *
     * @param delaySeconds how slow is slow
     */
    record Fault(FaultKind kind, Scope scope, Limits limits, double delaySeconds) {

        boolean isActive(Instant now) {
            return limits.remainingCount().get() > 0
                    && limits.expiresAt().filter(end -> !now.isBefore(end)).isEmpty();
        }

        /** One strike less, if there is one left. */
        private boolean tryConsume() {
            return limits.remainingCount().getAndUpdate(left -> left == Integer.MAX_VALUE ? left : left - 1) > 0;
        }
    }

    /**
     * What may a fault strike?
     *
     * @param method full name such as {@code SoftLayer_Account::getHardware}; nothing for any
     * @param deviceId id of the device it strikes; nothing for any
     */
    record Scope(Optional<String> method, Optional<Long> deviceId) {

        boolean includesMethod(String called) {
            return method.filter(name -> !name.equals(called)).isEmpty();
        }
    }

    /**
     * How often does a fault strike?
     *
     * @param remainingCount how many times it still does
     * @param expiresAt when it is over
     * @param probability of the calls it could strike, within 0 and 1
     */
    record Limits(AtomicInteger remainingCount, Optional<Instant> expiresAt, double probability) {}

    /** What a fault may strike. */
    record CallTarget(String method, Optional<String> objectId, boolean write) {

        boolean matches(Fault fault) {
            boolean concerned = fault.scope().method().isPresent()
                    || write
                    || !fault.kind().faultPoint().writesOnly();
            Optional<Long> device = fault.scope().deviceId();
            return concerned
                    && fault.scope().includesMethod(method)
                    && (device.isEmpty() || device.map(Object::toString).equals(objectId));
        }
    }

    private final InstantSource clock;
    private final Random random;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /** @param seed decides which calls a fault with a share strikes: the same ones in every run */
    Faults(InstantSource clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    void clear() {
        faults.clear();
    }

    List<Fault> active() {
        Instant now = clock.instant();
        return faults.stream().filter(fault -> fault.isActive(now)).toList();
    }

    /** The first fault that strikes there; it has struck once more then. */
    Optional<Fault> tryTrigger(CallTarget callTarget, Predicate<FaultKind> kinds) {
        return active().stream()
                .filter(fault -> kinds.test(fault.kind()) && callTarget.matches(fault))
                .filter(fault -> random.nextDouble() < fault.limits().probability())
                .filter(Fault::tryConsume)
                .findFirst();
    }

    /** Which devices no fault keeps out of this method's sight; one for no device in particular hides all. */
    Predicate<Device> visibleDevices(String method) {
        List<Optional<Long>> hidden = active().stream()
                .filter(fault -> fault.kind() == FaultKind.VANISHED_DEVICE)
                .map(Fault::scope)
                .filter(scope -> scope.includesMethod(method))
                .map(Scope::deviceId)
                .toList();
        if (hidden.isEmpty()) return device -> true;
        return device -> hidden.stream()
                .noneMatch(one -> one.filter(id -> id != device.id()).isEmpty());
    }
}
