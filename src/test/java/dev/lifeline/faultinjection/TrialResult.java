package dev.lifeline.faultinjection;

import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Closed;
import java.util.List;
import java.util.Set;

/**
 * The result of a trial.
 *
 * @param replies the replies in the thread
 */
record TrialResult(FaultTrial trial, ProviderView providerView, Stage stage, List<String> replies) {

    /**
     * The trial as observed at the provider.
     *
     * @param falseStatements the number of replies that contradicted the state of the device
     * @param faultInjected whether the fault hit the intended call
     * @param uncoveredCalls calls of a trial without a fault that no call site covers, each with its stage
     */
    record ProviderView(
            CommandCounts commandCounts, int falseStatements, boolean faultInjected, Set<String> uncoveredCalls) {}

    /**
     * The commands that the provider received.
     *
     * @param acceptedLaunches launch commands that it did not reject
     * @param sentLaunches launch commands, rejected ones included
     * @param acceptedExits commands to unmount or reboot that it did not reject
     * @param acceptedPowerCycles hard reboots that it did not reject
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

    /** The replies without times and numbers, which differ from run to run. */
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
