package dev.lifeline.faultinjection;

import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Closed;
import java.util.List;
import java.util.Set;

/**
 * What came of a trial?
 *
 * @param replies what the thread said
 */
record TrialResult(FaultTrial trial, ProviderView providerView, Stage stage, List<String> replies) {

    /**
     * What was seen at the provider?
     *
     * @param falseStatements how often the thread said that the device is somewhere where it was not
     * @param faultInjected whether the fault struck the call that it was meant for
     * @param uncoveredCalls calls made without any fault that no cell of the table would strike, each with its stage
     */
    record ProviderView(
            CommandCounts commandCounts, int falseStatements, boolean faultInjected, Set<String> uncoveredCalls) {}

    /**
     * What did the provider get?
     *
     * @param acceptedLaunches orders to launch that it did not turn away at the front door
     * @param sentLaunches those and the ones that it turned away
     * @param acceptedExits orders to unmount or reboot that it did not turn away
     * @param acceptedPowerCycles hard reboots that it did not turn away
     */
    record CommandCounts(long acceptedLaunches, long sentLaunches, long acceptedExits, long acceptedPowerCycles) {}

    CommandCounts commandCounts() {
        return providerView.commandCounts();
    }

    String stageText() {
        return stage instanceof Closed closed
                ? "Closed: " + closed.closeReason()
                : stage.getClass().getSimpleName();
    }

    /** The replies, without the times and numbers that are others in each run. */
    List<String> normalizedReplies() {
        return replies.stream().map(TrialResult::normalizedReplies).toList();
    }

    private static String normalizedReplies(String reply) {
        return reply.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
                .replaceAll("@U0[0-9A-Z]+", "@U0ASHA")
                .replaceAll("transaction \\d+", "transaction NUMBER")
                .replaceAll("127\\.\\d+\\.\\d+\\.\\d+", "ADDRESS")
                .replaceAll("127\\.0\\.0\\.1", "ADDRESS")
                .replace('|', '/')
                .replace('\n', ' ');
    }
}
