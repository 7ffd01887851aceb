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

/** The active faults, and the choice of those that apply to a call. Thread-safe. */
final class Faults {

    /**
     * One requested fault.
     *
     * @param delaySeconds the delay of {@link FaultKind#SLOW}
     */
    record Fault(FaultKind kind, Scope scope, Limits limits, double delaySeconds) {

        boolean isActive(Instant now) {
            return limits.remainingCount().get() > 0
                    && limits.expiresAt().filter(end -> !now.isBefore(end)).isEmpty();
        }

        /** Uses the fault once; false when it is used up. */
        private boolean tryConsume() {
            return limits.remainingCount().getAndUpdate(left -> left == Integer.MAX_VALUE ? left : left - 1) > 0;
        }
    }

    /**
     * What a fault applies to.
     *
     * @param method full name such as {@code SoftLayer_Account::getHardware}; empty for any
     * @param deviceId id of the device; empty for any
     */
    record Scope(Optional<String> method, Optional<Long> deviceId) {

        boolean includesMethod(String called) {
            return method.filter(name -> !name.equals(called)).isEmpty();
        }
    }

    /**
     * How often a fault applies.
     *
     * @param remainingCount how many more times
     * @param expiresAt when it ends
     * @param probability the share of matching calls, within 0 and 1
     */
    record Limits(AtomicInteger remainingCount, Optional<Instant> expiresAt, double probability) {}

    /** A call that faults may apply to. */
    record CallTarget(String method, Optional<String> objectId, boolean write) {

        boolean matches(Fault fault) {
            boolean applicable = fault.scope().method().isPresent()
                    || write
                    || !fault.kind().faultPoint().writesOnly();
            Optional<Long> device = fault.scope().deviceId();
            return applicable
                    && fault.scope().includesMethod(method)
                    && (device.isEmpty() || device.map(Object::toString).equals(objectId));
        }
    }

    private final InstantSource clock;
    private final Random random;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /**
     * @param seed determines which calls a fault with a probability applies to, the same ones in every run
     */
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

    /** Returns the first fault that applies to the call, and uses it once. */
    Optional<Fault> tryTrigger(CallTarget callTarget, Predicate<FaultKind> kinds) {
        return active().stream()
                .filter(fault -> kinds.test(fault.kind()) && callTarget.matches(fault))
                .filter(fault -> random.nextDouble() < fault.limits().probability())
                .filter(Fault::tryConsume)
                .findFirst();
    }

    /** Returns which devices are visible to this method; a fault without a device hides all. */
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
