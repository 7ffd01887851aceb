package dev.lifeline.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Test oracle for promises P4 and P5: decides whether a launch was legitimate from the observed steps alone, without knowledge of stages,
 * plans or votes. It reports what must not happen, not what must succeed.
 */
final class LegitimacyOracle {

    private static final Duration APPROVAL_WINDOW = Duration.ofMinutes(15);
    private static final Duration LAUNCH_WINDOW = Duration.ofMinutes(10);

    /** A step of a person, with the state of the world at that moment. */
    record ObservedStep(SimulatedStep step, int person, int user, boolean mayLaunch, boolean poweredOn, Instant at) {}

    private final List<ObservedStep> steps = new ArrayList<>();
    private int quorum;

    /** Starts a new request; earlier steps no longer count. */
    void startRequest(ObservedStep request, int requiredQuorum) {
        steps.clear();
        steps.add(request);
        quorum = requiredQuorum;
    }

    void record(ObservedStep observed) {
        if (!steps.isEmpty()) steps.add(observed);
    }

    /** The reason why a launch at this moment would be illegitimate; empty if it would be legitimate. */
    Optional<String> violation(Map<Integer, Integer> users, Set<Integer> mayLaunch, boolean poweredOn, Instant now) {
        if (steps.isEmpty()) return Optional.of("nobody asked");
        ObservedStep request = steps.get(0);
        int requestingUser = Optional.ofNullable(users.get(request.person())).orElseThrow();
        if (requestingUser != request.user()) return Optional.of("P5: the requester is another cloud user by now");
        if (!mayLaunch.contains(requestingUser)) return Optional.of("P4: the requester may not launch");
        if (stepsByRequester(request, SimulatedStep.CONFIRM).isEmpty())
            return Optional.of("the requester never said yes");
        boolean breakGlassUsed =
                stepsByRequester(request, SimulatedStep.BREAK_GLASS).stream().anyMatch(ObservedStep::mayLaunch);
        if (quorum == 0 || breakGlassUsed) return Optional.empty();
        Set<Integer> approvingUsers = approvingUsers(request, poweredOn, now);
        return approvingUsers.size() >= quorum
                ? Optional.empty()
                : Optional.of("P5: " + approvingUsers.size() + " of " + quorum
                        + " cloud users agreed to this machine in time");
    }

    private List<ObservedStep> stepsByRequester(ObservedStep request, SimulatedStep simulatedStep) {
        return steps.stream()
                .filter(observed -> observed.step() == simulatedStep
                        && observed.person() == request.person()
                        && observed.user() == request.user())
                .toList();
    }

    private Set<Integer> approvingUsers(ObservedStep request, boolean poweredOn, Instant now) {
        return steps.stream()
                .filter(observed -> observed.step() == SimulatedStep.APPROVE
                        && observed.mayLaunch()
                        && observed.poweredOn() == poweredOn)
                .filter(observed -> observed.person() != request.person() && observed.user() != request.user())
                .filter(observed ->
                        observed.at().plus(APPROVAL_WINDOW).plus(LAUNCH_WINDOW).isAfter(now))
                .map(ObservedStep::user)
                .collect(Collectors.toSet());
    }
}
