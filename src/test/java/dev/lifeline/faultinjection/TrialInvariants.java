package dev.lifeline.faultinjection;

import dev.lifeline.rescue.PendingExit;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import org.assertj.core.api.SoftAssertions;

/** Invariants of every trial, whatever the fault. */
final class TrialInvariants {

    private TrialInvariants() {}

    static void check(TrialResult trialResult, SoftAssertions softly) {
        FaultTrial faultTrial = trialResult.trial();
        if (faultTrial.isWithoutFault()) checkWithoutFault(trialResult, softly);
        softly.assertThat(trialResult.commandCounts().acceptedLaunches())
                .as("P1 accepted launches: %s", faultTrial)
                .isLessThanOrEqualTo(1);
        softly.assertThat(trialResult.commandCounts().sentLaunches())
                .as("P1 sent launches: %s", faultTrial)
                .isLessThanOrEqualTo(2);
        softly.assertThat(trialResult.commandCounts().acceptedExits())
                .as("accepted exits: %s", faultTrial)
                .isLessThanOrEqualTo(2);
        softly.assertThat(trialResult.commandCounts().acceptedPowerCycles())
                .as("accepted power cycles: %s", faultTrial)
                .isLessThanOrEqualTo(1);
        softly.assertThat(trialResult.providerView().falseStatements())
                .as("P3 false statements: %s replied %s", faultTrial, trialResult.replies())
                .isZero();
        softly.assertThat(trialResult.providerView().faultInjected())
                .as("the fault was injected: %s", faultTrial)
                .isTrue();
        softly.assertThat(trialResult.providerView().uncoveredCalls())
                .as("uncovered calls: %s", faultTrial)
                .isEmpty();
        softly.assertThat(trialResult.replies())
                .as("P2 the thread has replies: %s", faultTrial)
                .isNotEmpty();
        boolean personInformed = trialResult.stage().isClosed()
                || (trialResult.stage() instanceof Booting booting && booting.stalledNotified())
                || (trialResult.stage() instanceof InRescue inRescue
                        && inRescue.pendingExit()
                                .filter(PendingExit::postponedNotified)
                                .isPresent())
                || (trialResult.stage() instanceof Exiting exiting && exiting.overdueNotified());
        softly.assertThat(personInformed)
                .as("closed, or the person is informed: %s is %s", faultTrial, trialResult.stage())
                .isTrue();
    }

    /** Without a fault the rescue and its exit succeed; without a stored login it is refused, except for a guest that boots an image. */
    private static void checkWithoutFault(TrialResult trialResult, SoftAssertions softly) {
        FaultTrial faultTrial = trialResult.trial();
        boolean refused = faultTrial.callSite().precondition() == Precondition.NO_STORED_LOGIN
                && faultTrial.trialDevice() != TrialDevice.WINDOWS_GUEST;
        softly.assertThat(trialResult.stageText())
                .as("%s replied %s", faultTrial, trialResult.replies())
                .isEqualTo(refused ? "Closed: BLOCKED" : "Closed: EXITED");
    }
}
