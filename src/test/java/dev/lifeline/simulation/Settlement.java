package dev.lifeline.simulation;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What follows when the faults stop: within bounded time every request is closed or shows a way out, people take it, and in the end nothing
 * is open and no device is in rescue by an order of the bot without the bot saying so.
 */
final class Settlement {

    private static final Duration QUIET = Duration.ofMinutes(80);
    private static final Duration AFTER_EACH_WAY_OUT = Duration.ofMinutes(35);
    private static final int ROUNDS = 6;

    /** From the gentlest to the last resort. */
    private static final List<Action> WAYS_OUT = List.of(
            Action.CANCEL,
            Action.CONFIRM_EXIT,
            Action.EXIT,
            Action.EXIT_HARD,
            Action.REPORT_BACK,
            Action.CLOSE_BY_HAND,
            Action.REPORT_LOGIN);

    private static final List<Action> WORD_OF_A_PERSON = List.of(Action.REPORT_BACK, Action.CLOSE_BY_HAND);

    private final SimulatedWorld world;
    private final ReplicaStore observed;
    private final SimulatedPeople people;
    private final FaultSchedule faults;

    Settlement(SimulatedWorld world, ReplicaStore observed, SimulatedPeople people, FaultSchedule faults) {
        this.world = world;
        this.observed = observed;
        this.people = people;
        this.faults = faults;
    }

    void settle(Consumer<Duration> pass) {
        people.leave();
        faults.end();
        world.trace("settlement", "the faults stop");
        pass.accept(QUIET);
        requireHonesty();
        requireTruth();
        for (int round = 0;
                round < ROUNDS && !open().isEmpty() && world.violation().isEmpty();
                round++) {
            for (RescueRequest request : open()) takeWayOut(request, round);
            pass.accept(AFTER_EACH_WAY_OUT);
            requireHonesty();
            requireTruth();
        }
        open().forEach(request -> world.violated("liveness", request.id() + " stays open in " + stage(request)));
    }

    private List<RescueRequest> open() {
        return observed.requests().findOpen();
    }

    private static String stage(RescueRequest request) {
        return request.stage().getClass().getSimpleName();
    }

    private void takeWayOut(RescueRequest request, int round) {
        Optional<Button> wayOut = wayOut(request, round);
        if (wayOut.isEmpty()) {
            world.violated("way out", request.id() + " shows none in " + stage(request));
            return;
        }
        SlackUserId requester = request.plan().requester().slackUserId();
        linkAgain(request.plan().requester());
        people.click(requester, wayOut.get(), request.plan().channel());
    }

    /** Who asked has the accounts again with which they asked. */
    private void linkAgain(Requester requester) {
        observed.accountLinks()
                .save(AccountLink.verified(
                        world.humans().slackUser(requester.slackUserId()),
                        requester.cloudUserId(),
                        SimulatedTime.START));
    }

    /** In the channel, or told to the requester where the channel could not be told. */
    private List<Button> shown(RescueRequest request) {
        Stream<Button> inChannel = observed
                .outbox()
                .statusMessage(new StreamKey.Request(request.id()))
                .flatMap(world.workspace()::message)
                .stream()
                .flatMap(message -> SimulatedWorkspace.buttons(message).stream());
        Stream<Button> told = world.workspace().told(request.plan().requester().slackUserId()).stream()
                .filter(button -> button.value().startsWith(request.id().value()));
        return Stream.concat(inChannel, told).toList();
    }

    /** The gentlest; later a person looks at the machine and says what it does. */
    private Optional<Button> wayOut(RescueRequest request, int round) {
        List<Button> shown = shown(request);
        List<Action> preferred = round < ROUNDS / 2 ? WAYS_OUT : wordOfAPerson(round);
        return Stream.concat(preferred.stream(), WAYS_OUT.stream())
                .flatMap(action -> shown.stream().filter(button -> button.action() == action))
                .findFirst();
    }

    /** A word that what is seen contradicts is refused, and the refusal names the other one. */
    private static List<Action> wordOfAPerson(int round) {
        return round < ROUNDS - 1 ? WORD_OF_A_PERSON : List.of(Action.CLOSE_BY_HAND);
    }

    /** No device is in rescue by an order of the bot without an open request that watches it, unless a person closed it. */
    private void requireHonesty() {
        for (SimulatedDevice device : world.account().devices())
            device.rescuedFor()
                    .filter(id -> device.isInRescue() && !device.isCancelled())
                    .flatMap(id -> observed.requests().find(id))
                    .filter(request -> observed.requests().findOpen(device.id()).isEmpty())
                    .filter(request -> !isClosedByPerson(request))
                    .ifPresent(request -> world.violated(
                            "P10",
                            device.hostname() + " is in rescue by " + request.id() + ", of which nothing is said"));
    }

    /** The plug of a machine that runs its system is not offered to be pulled, nor is it told as on its way to rescue for ever. */
    private void requireTruth() {
        for (RescueRequest request : open()) {
            boolean installed = world.account()
                    .find(request.device().id())
                    .filter(SimulatedDevice::showsItsSystem)
                    .isPresent();
            boolean booting = request.stage() instanceof Stage.Launching || request.stage() instanceof Stage.Booting;
            if (installed && booting)
                world.violated("P3", request.id() + " is told as " + stage(request) + " while its system answers");
            if (installed && request.stage() instanceof Stage.Exiting exiting && exiting.powerCycleOffered())
                world.violated("P3", request.id() + " offers a power cycle of a healthy machine");
        }
    }

    private static boolean isClosedByPerson(RescueRequest request) {
        return request.stage() instanceof Stage.Closed closed
                && (closed.closeReason() == dev.lifeline.rescue.CloseReason.BY_HAND
                        || closed.detail().contains("says"));
    }
}
