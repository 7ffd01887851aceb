package dev.lifeline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.faults.Clockwork.Acquaintance;
import dev.lifeline.faults.Outcome.Orders;
import dev.lifeline.faults.Outcome.Provided;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Returning;
import dev.lifeline.sandbox.classic.ClassicOptions;
import dev.lifeline.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** Longer than a read is in trouble. */
    private static final int TURNS_IN_RESCUE = 20;

    private static final Set<String> FATES =
            Set.of("stuck-transaction", "transaction-never-starts", "vanished-transaction");
    private static final String VANISHED = "vanished-device";

    /** Can this fault strike there at all? What becomes of a transaction is decided by orders that begin one. */
    boolean makesSense() {
        return struck.concerns(subject) && (!FATES.contains(fault) || struck.begins(subject));
    }

    boolean isWithoutFault() {
        return fault.equals(NONE);
    }

    /** Tries it out. */
    Outcome run(Store store) {
        try (Provider provider = new Provider(ClassicOptions.onPort(0).withSpeed(SPEED))) {
            AtomicInteger lies = new AtomicInteger();
            Heard heard = new Heard(reply -> lies.addAndGet(isLie(provider, reply) ? 1 : 0));
            struck.circumstance().arrange(provider, subject);
            try (Clockwork clockwork = Clockwork.hasty(provider, store, heard, SPEED, acquaintance())) {
                RequestId id = clockwork.confirmed(subject.id(), subject.system());
                provider.forgetCalls();
                Drive drive = new Drive(provider, clockwork, id);
                drive.toTheEnd();
                Provided provided = new Provided(orders(provider), lies.get(), hasStruck(provider), drive.unstruck());
                Outcome outcome = new Outcome(this, provided, clockwork.stage(id), heard.replies());
                clockwork.abandon(id);
                return outcome;
            }
        }
    }

    private Acquaintance acquaintance() {
        return struck.circumstance() == Circumstance.UNLINKED ? Acquaintance.UNLINKED : Acquaintance.LINKED;
    }

    /** Did the fault strike just what it was meant for? What keeps a device out of sight leaves no trace at a call. */
    private boolean hasStruck(Provider provider) {
        return isWithoutFault()
                || fault.equals(VANISHED)
                || provider.calls().stream()
                        .filter(call -> call.path("fault").asText().equals(fault))
                        .anyMatch(call -> call.path("method").asText().equals(struck.method(subject)));
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
        private final List<JsonNode> seen = new ArrayList<>();
        private final Set<String> unstruck = new TreeSet<>();
        private boolean struckAlready = isWithoutFault();
        private int lookedOn;
        private int turns;
        private int pressedAt;
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
            turns++;
            strike(before);
            press(before);
            noted(clockwork::act);
            noted(clockwork::look);
            return isOver(clockwork.stage(id));
        }

        /** Which calls that nobody strikes are made in a stage? */
        Set<String> unstruck() {
            return unstruck;
        }

        /** Only without a fault: the stage that a late answer belongs to is not told otherwise. */
        private void noted(Runnable part) {
            Stage stage = clockwork.stage(id);
            part.run();
            if (!isWithoutFault()) return;
            List<JsonNode> calls = provider.calls();
            calls.subList(seen.size(), calls.size()).stream()
                    .map(call -> call.path("method").asText())
                    .filter(method -> !Struck.anyIs(method, stage, subject))
                    .forEach(method ->
                            unstruck.add(method + " in " + stage.getClass().getSimpleName()));
            seen.addAll(calls.subList(seen.size(), calls.size()));
        }

        private void strike(Stage stage) {
            if (struckAlready || !struck.isNextIn(stage)) return;
            provider.misbehave(trouble());
            struckAlready = true;
        }

        private void press(Stage stage) {
            boolean stays = struck.circumstance() == Circumstance.STAYING && stage instanceof InRescue;
            if (stays && lookedOn++ < TURNS_IN_RESCUE) return;
            // whoever was turned away comes back when the trouble is over
            boolean pressedJustNow = ended > 0 && turns - pressedAt < TURNS_IN_RESCUE;
            if (ended < 2
                    && !pressedJustNow
                    && stage instanceof InRescue in
                    && in.leave().isEmpty()) {
                clockwork.ends(id, false);
                pressedAt = turns;
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
