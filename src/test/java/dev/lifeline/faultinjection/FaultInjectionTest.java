package dev.lifeline.faultinjection;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The short form of the fault table: each fault once, at a call where it has an effect. */
class FaultInjectionTest {

    @Test
    void P1_P3_each_fault_leaves_one_launch_at_most_and_no_false_statement() {
        List<TrialResult> trialResults = TrialRunner.run(Stream.concat(
                        TrialRunner.withoutFault(),
                        TrialRunner.faultNames().stream().map(FaultInjectionTest::effectiveTrial))
                .toList());

        SoftAssertions.assertSoftly(
                softly -> trialResults.forEach(trialResult -> TrialInvariants.check(trialResult, softly)));
    }

    private static FaultTrial effectiveTrial(String fault) {
        TrialDevice trialDevice = TrialDevice.values()[Math.floorMod(fault.hashCode(), TrialDevice.values().length)];
        return switch (fault) {
            case "missing-relations", "not-found" -> new FaultTrial(fault, CallSite.INSPECTION, trialDevice);
            case "huge-body", "never-ending-body", "single-object-for-list", "vanished-device" ->
                new FaultTrial(fault, CallSite.POLL, trialDevice);
            case "reboot-without-effect" -> new FaultTrial(fault, CallSite.EXIT, TrialDevice.LINUX_GUEST);
            case "unauthorized", "token-exchange" -> new FaultTrial(fault, CallSite.USER_READ, trialDevice);
            default -> new FaultTrial(fault, CallSite.LAUNCH, trialDevice);
        };
    }
}
