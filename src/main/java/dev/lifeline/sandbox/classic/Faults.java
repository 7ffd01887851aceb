package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.world.Device;
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
     * @param seconds how slow is slow
     */
    record Fault(FaultKind kind, Reach reach, Extent extent, double seconds) {

        boolean isOn(Instant now) {
            return extent.left().get() > 0
                    && extent.until().filter(end -> !now.isBefore(end)).isEmpty();
        }

        /** One strike less, if there is one left. */
        private boolean strikes() {
            return extent.left().getAndUpdate(left -> left == Integer.MAX_VALUE ? left : left - 1) > 0;
        }
    }

    /**
     * What may a fault strike?
     *
     * @param method full name such as {@code SoftLayer_Account::getHardware}; nothing for any
     * @param device id of the device it strikes; nothing for any
     */
    record Reach(Optional<String> method, Optional<Long> device) {

        boolean includes(String called) {
            return method.filter(name -> !name.equals(called)).isEmpty();
        }
    }

    /**
     * How often does a fault strike?
     *
     * @param left how many times it still does
     * @param until when it is over
     * @param share of the calls it could strike, within 0 and 1
     */
    record Extent(AtomicInteger left, Optional<Instant> until, double share) {}

    /** What a fault may strike. */
    record Target(String method, Optional<String> id, boolean action) {

        boolean isMetBy(Fault fault) {
            boolean concerned = fault.reach().method().isPresent()
                    || action
                    || !fault.kind().point().onlyActions();
            Optional<Long> device = fault.reach().device();
            return concerned
                    && fault.reach().includes(method)
                    && (device.isEmpty() || device.map(Object::toString).equals(id));
        }
    }

    private final InstantSource clock;
    private final Random chance;
    private final List<Fault> all = new CopyOnWriteArrayList<>();

    /** @param seed decides which calls a fault with a share strikes: the same ones in every run */
    Faults(InstantSource clock, long seed) {
        this.clock = clock;
        this.chance = new Random(seed);
    }

    void add(Fault fault) {
        all.add(fault);
    }

    void clear() {
        all.clear();
    }

    List<Fault> active() {
        Instant now = clock.instant();
        return all.stream().filter(fault -> fault.isOn(now)).toList();
    }

    /** The first fault that strikes there; it has struck once more then. */
    Optional<Fault> strike(Target target, Predicate<FaultKind> kinds) {
        return active().stream()
                .filter(fault -> kinds.test(fault.kind()) && target.isMetBy(fault))
                .filter(fault -> chance.nextDouble() < fault.extent().share())
                .filter(Fault::strikes)
                .findFirst();
    }

    /** Which devices no fault keeps out of this method's sight; one for no device in particular hides all. */
    Predicate<Device> notHidden(String method) {
        List<Optional<Long>> hidden = active().stream()
                .filter(fault -> fault.kind() == FaultKind.VANISHED_DEVICE)
                .map(Fault::reach)
                .filter(reach -> reach.includes(method))
                .map(Reach::device)
                .toList();
        if (hidden.isEmpty()) return device -> true;
        return device -> hidden.stream()
                .noneMatch(one -> one.filter(id -> id != device.id()).isEmpty());
    }
}
