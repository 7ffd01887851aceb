package dev.lifeline.faults;

import dev.lifeline.faults.Outcome.Orders;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Returning;
import dev.lifeline.sandbox.classic.ClassicOptions;
import dev.lifeline.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One trial: a rescue there and back, with one fault at one call for one kind of device. */
record Cell(String fault, Struck struck, Subject subject) {

    /** Without any fault. */
    static final String NONE = "none";

    /** A guest is in rescue after 200 ms, bare metal after 500 ms. */
    private static final double SPEED = 1200;

    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final Duration TURN = Duration.ofMillis(40);
    /** A read fails for longer than its retries last. */
    private static final double READ_TROUBLE_SECONDS = 0.6;
    /** Slower than the patience with a read or an order. */
    private static final double SLOW_SECONDS = 0.9;

    private static final Set<String> FATES =
            Set.of("stuck-transaction", "transaction-never-starts", "vanished-transaction");
    private static final String VANISHED = "vanished-device";

    /** Can this fault strike there at all? What becomes of a transaction is decided by orders that begin one. */
    boolean makesSense() {
        boolean beginsOne = struck == Struck.LAUNCH || (struck == Struck.GIVE_BACK && subject == Subject.WINDOWS_GUEST);
        return struck.concerns(subject) && (!FATES.contains(fault) || beginsOne);
    }

    /** Tries it out. */
    Outcome run(Store store) {
        try (Provider provider = new Provider(ClassicOptions.onPort(0).withSpeed(SPEED))) {
            AtomicInteger lies = new AtomicInteger();
            Heard heard = new Heard(reply -> lies.addAndGet(isLie(provider, reply) ? 1 : 0));
            try (Clockwork clockwork = Clockwork.hasty(provider, store, heard, SPEED)) {
                RequestId id = clockwork.confirmed(subject.id(), subject.system());
                new Drive(provider, clockwork, id).toTheEnd();
                Outcome outcome = new Outcome(this, orders(provider), clockwork.stage(id), heard.replies(), lies.get());
                clockwork.abandon(id);
                return outcome;
            }
        }
    }

    private Orders orders(Provider provider) {
        long device = subject.id().value();
        Set<String> launches = Set.of("executeRescueLayer", "mountIsoImage", "bootToRescueLayer");
        return new Orders(
                provider.taken(launches, device),
                provider.called(launches, device),
                provider.taken(Set.of("unmountIsoImage", "rebootDefault"), device),
                provider.taken(Set.of("rebootHard"), device));
    }

    /** Is the device not where the thread says that it is? */
    private boolean isLie(Provider provider, String reply) {
        String serving = provider.serving(subject.id().value());
        boolean wrongUp = reply.contains("is in the rescue kernel at") && !serving.startsWith("RESCUE");
        boolean wrongBack = reply.contains("is back in its installed system") && !serving.equals("INSTALLED");
        return wrongUp || wrongBack;
    }

    private Map<String, Object> trouble() {
        Map<String, Object> trouble = new HashMap<>(Map.of("fault", fault, "seconds", SLOW_SECONDS));
        if (fault.equals(VANISHED))
            trouble.put("device", Long.toString(subject.id().value()));
        else trouble.put("method", struck.method(subject));
        if (fault.equals(VANISHED) || (!struck.isOrder() && struck != Struck.LOGIN))
            trouble.put("for", READ_TROUBLE_SECONDS);
        else trouble.put("times", struck.isOrder() ? 1 : 2);
        return trouble;
    }

    /** Whoever winds the clockwork, misbehaves at the right moment and presses the buttons. */
    private final class Drive {

        private final Provider provider;
        private final Clockwork clockwork;
        private final RequestId id;
        private boolean struckAlready = fault.equals(NONE);
        private int ended;
        private boolean powerCycled;

        Drive(Provider provider, Clockwork clockwork, RequestId id) {
            this.provider = provider;
            this.clockwork = clockwork;
            this.id = id;
        }

        void toTheEnd() {
            try {
                Awaitility.await()
                        .atMost(LONGEST)
                        .pollInterval(TURN)
                        .pollDelay(TURN)
                        .until(this::isOver);
            } catch (ConditionTimeoutException neverEnds) {
                // where it stands then is the outcome
            }
        }

        private boolean isOver() {
            Stage before = clockwork.stage(id);
            strike(before);
            press(before);
            clockwork.turn();
            return isOver(clockwork.stage(id));
        }

        private void strike(Stage stage) {
            if (struckAlready || !struck.isNextIn(stage)) return;
            provider.misbehave(trouble());
            struckAlready = true;
        }

        private void press(Stage stage) {
            if (ended < 2 && stage instanceof InRescue in && in.leave().isEmpty()) {
                clockwork.ends(id, false);
                ended++;
            } else if (!powerCycled && stage instanceof Returning back && back.overdueSaid()) {
                clockwork.ends(id, true);
                powerCycled = true;
            }
        }

        private boolean isOver(Stage stage) {
            boolean stalled = stage instanceof Booting booting && booting.stalledSaid();
            boolean stuck = stage instanceof Returning back && back.overdueSaid() && powerCycled;
            return stage.isClosed() || stalled || stuck;
        }
    }
}
