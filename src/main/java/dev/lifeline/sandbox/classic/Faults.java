package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.world.Device;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which faults are on, and does one strike here? */
final class Faults {

    /**
     * One fault asked for.
     *
     * @param left how many times it still strikes
     * @param until when it is over
     * @param method full name such as {@code SoftLayer_Account::getHardware}; nothing for any
     * @param device id of the device it strikes; nothing for any
     * @param seconds how slow is slow
     */
    record Fault(
            FaultKind kind,
            AtomicInteger left,
            Optional<Instant> until,
            Optional<String> method,
            Optional<Long> device,
            double seconds) {

        boolean isOn(Instant now) {
            return left.get() > 0 && until.filter(end -> !now.isBefore(end)).isEmpty();
        }
    }

    /** What a fault may strike. */
    record Target(String method, Optional<String> id, boolean action) {

        boolean isMetBy(Fault fault) {
            boolean named = fault.method().filter(method::equals).isPresent();
            return (named
                            || (fault.method().isEmpty()
                                    && (action || !fault.kind().point().onlyActions())))
                    && (fault.device().isEmpty()
                            || fault.device().map(Object::toString).equals(id));
        }
    }

    private final InstantSource clock;
    private final List<Fault> all = new CopyOnWriteArrayList<>();

    Faults(InstantSource clock) {
        this.clock = clock;
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
                .filter(fault -> fault.left().getAndUpdate(left -> left == Integer.MAX_VALUE ? left : left - 1) > 0)
                .findFirst();
    }

    /** Which devices no fault keeps out of sight; one for no device in particular hides all. */
    Predicate<Device> notHidden() {
        List<Optional<Long>> hidden = active().stream()
                .filter(fault -> fault.kind() == FaultKind.VANISHED_DEVICE)
                .map(Fault::device)
                .toList();
        if (hidden.isEmpty()) return device -> true;
        return device -> hidden.stream()
                .noneMatch(one -> one.filter(id -> id != device.id()).isEmpty());
    }
}
