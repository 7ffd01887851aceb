package dev.lifeline.faultinjection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Renders the results as a page: one table a fault, one row a trial. */
final class FaultTable {

    private static final String PAGE_HEADER = """
            # Fault table

            Every fault that the fake SoftLayer can inject (`POST /sandbox/faults`), at every provider call that the workflow makes, for every
            type of device: %d trials. In each, a rescue is requested and confirmed, the fault applies to that one call, and the requester
            clicks *End rescue*, and *Power-cycle* where the device does not come back. The real workflow, the real database and the real
            adapter to the provider, at 1,200 times the provider's speed.

            *Sent* counts every launch command that arrived at the provider, whatever it answered. *Not rejected* counts those that it
            may have acted on: all but the ones that it rejected explicitly (rate limit, outstanding transaction, no permission), after which
            it did nothing. A call whose response was lost counts as not rejected. Only a command that was rejected is ever sent again, where
            waiting may help; so *Sent* is 2 in such a row, and *Not rejected* is 0 or 1, never 2.

            *What the thread said* leaves out what it also says when nothing goes wrong. A fault at a read lasts for longer than the read is
            retried; a fault at a command applies once.

            Which calls the workflow makes is taken from the fake's list of calls: the test fails when a trial without a fault makes a call
            in a stage that no row covers, and when a fault did not apply to the call of its row. Some calls are made under a
            precondition only: the *user search* where the requester is not linked yet, the *read of the bot's own rights* where no login is on record
            (without a fault that is denied), the *second looks* where lists leave the device out, the *power-cycle order* where the first
            exit command gets lost. One is never made here: the account's owner is read only where a user's row does
            not say, and the fake's rows do (`ClassicCloudUsersTest.the_owner_is_asked_for_where_the_row_does_not_say`).

            Asserted in every trial: at most one launch that was not rejected, and at most two sent (P1); at most one power cycle;
            the thread never says that a device is where it is not (P3, compared with what the device really runs at that moment); the
            thread ends, or says why it does not (P2, P10).

            To write this page again, in some twelve minutes on 2 shared cores:

            ```sh
            mvn -B test -Plong -Dtest=FaultTableTest -Dfault.table=src/docs/fault-table.md
            ```

            """;

    private final List<TrialResult> results;
    private final Set<String> expectedReplies;

    FaultTable(List<TrialResult> results) {
        this.results = results;
        this.expectedReplies = results.stream()
                .filter(trialResult -> trialResult.trial().isWithoutFault())
                .flatMap(outcome -> outcome.normalizedReplies().stream())
                .map(FaultTable::withoutDeviceName)
                .collect(Collectors.toSet());
    }

    String toMarkdown() {
        Map<String, List<TrialResult>> byFault = results.stream()
                .collect(Collectors.groupingBy(
                        trialResult -> trialResult.trial().fault(), LinkedHashMap::new, Collectors.toList()));
        return PAGE_HEADER.formatted(results.size())
                + byFault.entrySet().stream()
                        .map(fault -> renderSection(fault.getKey(), fault.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private String renderSection(String fault, List<TrialResult> rows) {
        String head = "## `" + fault
                + "`\n\n| Call | Device | Sent | Not rejected | Ends as | What the thread said |\n|---|---|---|---|---|---|\n";
        return head + rows.stream().map(this::renderRow).collect(Collectors.joining());
    }

    private String renderRow(TrialResult trialResult) {
        FaultTrial faultTrial = trialResult.trial();
        return "| %s | %s | %d | %d | %s | %s |\n"
                .formatted(
                        callColumn(faultTrial),
                        faultTrial.trialDevice().description(),
                        trialResult.commandCounts().sentLaunches(),
                        trialResult.commandCounts().acceptedLaunches(),
                        trialResult.stageText(),
                        repliesColumn(trialResult));
    }

    private static String callColumn(FaultTrial faultTrial) {
        String precondition = faultTrial.callSite().precondition().description();
        return faultTrial.isWithoutFault()
                ? (precondition.isEmpty() ? "–" : precondition)
                : faultTrial.callSite().description();
    }

    /** A short-lived step may be observed for one device type and missed for another, so the usual replies are merged. */
    private static String withoutDeviceName(String reply) {
        return reply.replaceAll("[\\w-]+\\.example\\.com", "DEVICE");
    }

    private String repliesColumn(TrialResult trialResult) {
        if (trialResult.trial().isWithoutFault()) return String.join(" · ", trialResult.normalizedReplies());
        String unusual = trialResult.normalizedReplies().stream()
                .filter(reply -> !expectedReplies.contains(withoutDeviceName(reply)))
                .distinct()
                .collect(Collectors.joining(" · "));
        return unusual.isEmpty() ? "as usual" : unusual;
    }
}
