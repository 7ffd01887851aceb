package dev.lifeline.faults;

import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Leave;
import dev.lifeline.rescue.Stage.Returning;
import org.assertj.core.api.SoftAssertions;

/** What must hold in every cell, whatever the fault? */
final class Judgement {

    private Judgement() {}

    static void of(Outcome outcome, SoftAssertions softly) {
        Cell cell = outcome.cell();
        if (cell.isWithoutFault()) ofNone(outcome, softly);
        softly.assertThat(outcome.orders().launches())
                .as("P1 launches: %s", cell)
                .isLessThanOrEqualTo(1);
        softly.assertThat(outcome.orders().launchCalls())
                .as("P1 launches, the one that was turned away included: %s", cell)
                .isLessThanOrEqualTo(2);
        softly.assertThat(outcome.orders().giveBacks())
                .as("give-backs: %s", cell)
                .isLessThanOrEqualTo(2);
        softly.assertThat(outcome.orders().powerCycles())
                .as("power cycles: %s", cell)
                .isLessThanOrEqualTo(1);
        softly.assertThat(outcome.provided().lies())
                .as("P3 untruths: %s said %s", cell, outcome.replies())
                .isZero();
        softly.assertThat(outcome.provided().struck())
                .as("the fault struck: %s", cell)
                .isTrue();
        softly.assertThat(outcome.provided().unstruck())
                .as("calls that the table does not strike: %s", cell)
                .isEmpty();
        softly.assertThat(outcome.replies())
                .as("P2 the thread says something: %s", cell)
                .isNotEmpty();
        boolean told = outcome.stage().isClosed()
                || (outcome.stage() instanceof Booting booting && booting.stalledSaid())
                || (outcome.stage() instanceof InRescue in
                        && in.leave().filter(Leave::postponedSaid).isPresent())
                || (outcome.stage() instanceof Returning back && back.overdueSaid());
        softly.assertThat(told)
                .as("it ends, or the thread says why not: %s is %s", cell, outcome.stage())
                .isTrue();
    }

    /** Without any fault it goes there and back; only where no login is on record it is refused, save to a guest that boots an image. */
    private static void ofNone(Outcome outcome, SoftAssertions softly) {
        Cell cell = outcome.cell();
        boolean refused = cell.struck().circumstance() == Circumstance.NO_LOGIN_ON_RECORD
                && cell.subject() != Subject.WINDOWS_GUEST;
        softly.assertThat(outcome.stageTold())
                .as("%s said %s", cell, outcome.replies())
                .isEqualTo(refused ? "Closed: REFUSED" : "Closed: RETURNED");
    }
}
