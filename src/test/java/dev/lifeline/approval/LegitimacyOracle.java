package dev.lifeline.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Test oracle for promises P4 and P5: decides whether a launch was legitimate from the observed steps alone, without knowledge of stages,
 * plans or votes. It reports what must not happen, not what must succeed.
 */
final class LegitimacyOracle {

    private static final Duration APPROVAL_WINDOW = Duration.ofMinutes(15);
    private static final Duration LAUNCH_WINDOW = Duration.ofMinutes(10);

    /** Who somebody was at that moment: Slack user, cloud user, and that one's address. Any of the three makes one human of two. */
    record Identity(int person, int user, String email) {

        private boolean isSameHumanAs(Identity other) {
            return person == other.person() || user == other.user() || email.equals(other.email());
        }
    }

    /** Who first linked the Slack user to their present cloud user, and when. */
    record LinkMaker(int person, Instant at) {}

    /** A step of a person, with the state of the world at that moment. */
    record ObservedStep(
            SimulatedStep step,
            Identity identity,
            LinkMaker linkMaker,
            boolean mayLaunch,
            boolean poweredOn,
            Instant at) {

        private int person() {
            return identity.person();
        }

        private int user() {
            return identity.user();
        }
    }

    private final List<ObservedStep> steps = new ArrayList<>();
    private int quorum;

    /** Starts a new request; earlier steps no longer count. */
    void startRequest(ObservedStep request, int requiredQuorum) {
        steps.clear();
        steps.add(request);
        quorum = requiredQuorum;
    }

    /** The person who asked; empty while nobody has. */
    OptionalInt requester() {
        return steps.isEmpty() ? OptionalInt.empty() : OptionalInt.of(steps.get(0).person());
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
        return containsHumans(approvals(request, poweredOn, now), quorum, List.of())
                ? Optional.empty()
                : Optional.of("P5: fewer than " + quorum + " humans agreed to this machine in time");
    }

    /** Whether so many approvals are there of which no two are of one human. */
    private static boolean containsHumans(List<Identity> approvals, int count, List<Identity> chosen) {
        if (chosen.size() == count) return true;
        return approvals.stream()
                .filter(one -> chosen.stream().noneMatch(one::isSameHumanAs))
                .anyMatch(one -> containsHumans(
                        approvals, count, Stream.concat(chosen.stream(), Stream.of(one)).toList()));
    }

    private List<ObservedStep> stepsByRequester(ObservedStep request, SimulatedStep simulatedStep) {
        return steps.stream()
                .filter(observed -> observed.step() == simulatedStep
                        && observed.person() == request.person()
                        && observed.user() == request.user())
                .toList();
    }

    /** The approvals that count: by another human, whose link the requester did not make, and nobody since the request. */
    private List<Identity> approvals(ObservedStep request, boolean poweredOn, Instant now) {
        return steps.stream()
                .filter(observed -> observed.step() == SimulatedStep.APPROVE
                        && observed.mayLaunch()
                        && observed.poweredOn() == poweredOn)
                .filter(observed -> !observed.identity().isSameHumanAs(request.identity()))
                .filter(observed -> observed.linkMaker().person() != request.person()
                        && !observed.linkMaker().at().isAfter(request.at()))
                .filter(observed ->
                        observed.at().plus(APPROVAL_WINDOW).plus(LAUNCH_WINDOW).isAfter(now))
                .map(ObservedStep::identity)
                .distinct()
                .toList();
    }
}
