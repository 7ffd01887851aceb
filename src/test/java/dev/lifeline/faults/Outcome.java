package dev.lifeline.faults;

import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Closed;
import java.util.List;
import java.util.Set;

/**
 * What came of a trial?
 *
 * @param replies what the thread said
 */
record Outcome(Cell cell, Provided provided, Stage stage, List<String> replies) {

    /**
     * What was seen at the provider?
     *
     * @param lies how often the thread said that the device is somewhere where it was not
     * @param struck whether the fault struck the call that it was meant for
     * @param unstruck calls made without any fault that no cell of the table would strike, each with its stage
     */
    record Provided(Orders orders, int lies, boolean struck, Set<String> unstruck) {}

    /**
     * What did the provider get?
     *
     * @param launches orders to launch that it did not turn away at the front door
     * @param launchCalls those and the ones that it turned away
     * @param giveBacks orders to unmount or reboot that it did not turn away
     * @param powerCycles hard reboots that it did not turn away
     */
    record Orders(long launches, long launchCalls, long giveBacks, long powerCycles) {}

    Orders orders() {
        return provided.orders();
    }

    String stageTold() {
        return stage instanceof Closed closed
                ? "Closed: " + closed.ending()
                : stage.getClass().getSimpleName();
    }

    /** The replies, without the times and numbers that are others in each run. */
    List<String> gist() {
        return replies.stream().map(Outcome::gist).toList();
    }

    private static String gist(String reply) {
        return reply.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
                .replaceAll("@U0[0-9A-Z]+", "@U0ASHA")
                .replaceAll("transaction \\d+", "transaction NUMBER")
                .replaceAll("127\\.\\d+\\.\\d+\\.\\d+", "ADDRESS")
                .replaceAll("127\\.0\\.0\\.1", "ADDRESS")
                .replace('|', '/')
                .replace('\n', ' ');
    }
}
