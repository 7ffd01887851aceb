package dev.lifeline.faultinjection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.faultinjection.TrialResult.CommandCounts;
import dev.lifeline.faultinjection.TrialResult.ProviderView;
import dev.lifeline.faultinjection.WorkflowHarness.LinkState;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.RecordingNotifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One trial: a rescue and its exit, with one fault at one call for one device type. */
record FaultTrial(String fault, CallSite callSite, TrialDevice trialDevice) {

    /** Name of the trial without a fault. */
    static final String NO_FAULT = "none";

    /** At this speed a guest is in rescue after 200 ms, bare metal after 500 ms. */
    private static final double PROVIDER_SPEED = 1200;

    private static final Duration TRIAL_TIMEOUT = Duration.ofSeconds(12);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(40);
    /** Longer than the retries of a read last. */
    private static final double READ_FAULT_SECONDS = 0.6;
    /** Longer than the time-out of a read or a command. */
    private static final double SLOW_RESPONSE_SECONDS = 0.9;

    /** Longer than a read fault lasts. */
    private static final int MIN_POLLS_IN_RESCUE = 20;

    private static final Set<String> TRANSACTION_FAULTS =
            Set.of("stuck-transaction", "transaction-never-starts", "vanished-transaction");
    private static final String VANISHED_DEVICE_FAULT = "vanished-device";

    private static final String REBOOT_FAULT = "reboot-without-effect";

    /** Whether the fault can be injected at that call; faults of a transaction apply to commands that start one. */
    boolean isApplicable() {
        return callSite.appliesTo(trialDevice)
                && (!TRANSACTION_FAULTS.contains(fault) || callSite.startsTransaction(trialDevice))
                && (!fault.equals(REBOOT_FAULT) || callSite.method(trialDevice).contains("::reboot"));
    }

    boolean isWithoutFault() {
        return fault.equals(NO_FAULT);
    }

    /** Runs the trial. */
    TrialResult run(Store store) {
        try (FakeSoftLayerControl fakeSoftLayerControl =
                new FakeSoftLayerControl(FakeSoftLayerOptions.defaultsOnPort(0).withSpeed(PROVIDER_SPEED))) {
            AtomicInteger falseStatements = new AtomicInteger();
            RecordingNotifier recordingNotifier = new RecordingNotifier(
                    reply -> falseStatements.addAndGet(isFalseStatement(fakeSoftLayerControl, reply) ? 1 : 0));
            callSite.precondition().arrange(fakeSoftLayerControl, trialDevice);
            try (WorkflowHarness workflowHarness = WorkflowHarness.withShortTimeouts(
                    fakeSoftLayerControl, store, recordingNotifier, PROVIDER_SPEED, linkState())) {
                RequestId id = workflowHarness.confirmedRequest(trialDevice.id(), trialDevice.rescueSystem());
                fakeSoftLayerControl.clearCalls();
                TrialDriver trialDriver = new TrialDriver(fakeSoftLayerControl, workflowHarness, id);
                trialDriver.runToEnd();
                ProviderView providerView = new ProviderView(
                        commandCounts(fakeSoftLayerControl),
                        falseStatements.get(),
                        wasInjected(fakeSoftLayerControl),
                        trialDriver.uncoveredCalls());
                TrialResult trialResult =
                        new TrialResult(this, providerView, workflowHarness.stage(id), recordingNotifier.replies());
                workflowHarness.abandon(id);
                return trialResult;
            }
        }
    }

    private LinkState linkState() {
        return callSite.precondition() == Precondition.NO_ACCOUNT_LINK ? LinkState.UNLINKED : LinkState.LINKED;
    }

    /** Whether the fault hit the intended call; faults that hide a device leave no trace at a call. */
    private boolean wasInjected(FakeSoftLayerControl fakeSoftLayerControl) {
        return isWithoutFault()
                || fault.equals(VANISHED_DEVICE_FAULT)
                || fakeSoftLayerControl.calls().stream()
                        .filter(call -> call.path("fault").asText().equals(fault))
                        .anyMatch(call -> call.path("method").asText().equals(callSite.method(trialDevice)));
    }

    private CommandCounts commandCounts(FakeSoftLayerControl fakeSoftLayerControl) {
        long device = trialDevice.id().value();
        Set<String> launches = Set.of("executeRescueLayer", "mountIsoImage", "bootToRescueLayer");
        return new CommandCounts(
                fakeSoftLayerControl.acceptedCalls(launches, device),
                fakeSoftLayerControl.callCount(launches, device),
                fakeSoftLayerControl.acceptedCalls(Set.of("unmountIsoImage", "rebootDefault"), device),
                fakeSoftLayerControl.acceptedCalls(Set.of("rebootHard"), device));
    }

    /** Whether a reply of the thread contradicts the state of the device. */
    private boolean isFalseStatement(FakeSoftLayerControl fakeSoftLayerControl, String reply) {
        String runningSystem =
                fakeSoftLayerControl.answeringSystem(trialDevice.id().value());
        boolean falselyInRescue = reply.contains("is in the rescue kernel at") && !runningSystem.startsWith("RESCUE");
        boolean falselyExited = reply.contains("is back in its installed system") && !runningSystem.equals("INSTALLED");
        return falselyInRescue || falselyExited;
    }

    private Map<String, Object> faultRequest() {
        Map<String, Object> request = new HashMap<>(Map.of("fault", fault, "seconds", SLOW_RESPONSE_SECONDS));
        if (fault.equals(VANISHED_DEVICE_FAULT))
            request.put("device", Long.toString(trialDevice.id().value()));
        else request.put("method", callSite.method(trialDevice));
        if (fault.equals(VANISHED_DEVICE_FAULT) || (!callSite.isCommand() && callSite != CallSite.LOGIN_READ))
            request.put("for", READ_FAULT_SECONDS);
        else request.put("times", callSite.isCommand() ? 1 : 2);
        return request;
    }

    /** Runs the workflow, injects the fault in the right stage and clicks the buttons. */
    private final class TrialDriver {

        private final FakeSoftLayerControl fakeSoftLayerControl;
        private final WorkflowHarness harness;
        private final RequestId id;
        private final List<JsonNode> seenCalls = new ArrayList<>();
        private final Set<String> uncoveredCalls = new TreeSet<>();
        private boolean faultInjected = isWithoutFault();
        private int pollsInRescue;
        private int pollCount;
        private int exitClickedAtPoll;
        private int exitClicks;
        private boolean powerCycled;

        TrialDriver(FakeSoftLayerControl fakeSoftLayerControl, WorkflowHarness harness, RequestId id) {
            this.fakeSoftLayerControl = fakeSoftLayerControl;
            this.harness = harness;
            this.id = id;
        }

        void runToEnd() {
            try {
                Awaitility.await()
                        .atMost(TRIAL_TIMEOUT)
                        .pollInterval(POLL_INTERVAL)
                        .pollDelay(POLL_INTERVAL)
                        .until(this::isFinished);
            } catch (ConditionTimeoutException e) {
                // the stage reached by then is the result
            }
        }

        private boolean isFinished() {
            Stage before = harness.stage(id);
            pollCount++;
            injectFault(before);
            clickButtons(before);
            recordingCalls(harness::runDueSteps);
            recordingCalls(harness::poll);
            return isFinished(harness.stage(id));
        }

        /** The calls made in a stage that no call site of the table covers. */
        Set<String> uncoveredCalls() {
            return uncoveredCalls;
        }

        /** Records only without a fault: a late response cannot be attributed to a stage otherwise. */
        private void recordingCalls(Runnable action) {
            Stage stage = harness.stage(id);
            action.run();
            if (!isWithoutFault()) return;
            List<JsonNode> calls = fakeSoftLayerControl.calls();
            calls.subList(seenCalls.size(), calls.size()).stream()
                    .map(call -> call.path("method").asText())
                    .filter(method -> !CallSite.covers(method, stage, trialDevice))
                    .forEach(method -> uncoveredCalls.add(
                            method + " in " + stage.getClass().getSimpleName()));
            seenCalls.addAll(calls.subList(seenCalls.size(), calls.size()));
        }

        private void injectFault(Stage stage) {
            if (faultInjected || !callSite.isExpectedIn(stage)) return;
            fakeSoftLayerControl.injectFault(faultRequest());
            faultInjected = true;
        }

        private void clickButtons(Stage stage) {
            boolean mustStay = callSite.precondition() == Precondition.STAYS_IN_RESCUE && stage instanceof InRescue;
            if (mustStay && pollsInRescue++ < MIN_POLLS_IN_RESCUE) return;
            // a person who was denied tries again when the fault is over
            boolean clickedRecently = exitClicks > 0 && pollCount - exitClickedAtPoll < MIN_POLLS_IN_RESCUE;
            if (exitClicks < 2
                    && !clickedRecently
                    && stage instanceof InRescue inRescue
                    && inRescue.pendingExit().isEmpty()) {
                harness.requestExit(id, false);
                exitClickedAtPoll = pollCount;
                exitClicks++;
            } else if (!powerCycled && stage instanceof Exiting exiting && exiting.powerCycleOffered()) {
                harness.requestExit(id, true);
                powerCycled = true;
            }
        }

        private boolean isFinished(Stage stage) {
            boolean stalled = stage instanceof Booting booting && booting.stalledNotified();
            boolean exitStuck = stage instanceof Exiting exiting
                    && exiting.overdueNotified()
                    && (powerCycled || !exiting.powerCycleOffered());
            return stage.isClosed() || stalled || exitStuck;
        }
    }
}
