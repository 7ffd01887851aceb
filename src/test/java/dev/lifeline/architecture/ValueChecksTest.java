package dev.lifeline.architecture;

import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.Ports;
import dev.lifeline.recording.Actor;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Vote;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the domain that cannot exist are refused when they are made. */
class ValueChecksTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @MethodSource("impossibleValues")
    void a_value_that_cannot_exist_is_refused_at_birth(ThrowingCallable value) {
        assertThatThrownBy(value).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Named<ThrowingCallable>> impossibleValues() {
        return Stream.of(
                Named.of("port 0", () -> new Ports(0, 3389)),
                Named.of("port 65536", () -> new Ports(22, 65_536)),
                Named.of("host key without a fingerprint", () -> new ProbeResult.HostKey(" ")),
                Named.of("denial without a reason", () -> new AccessDecision.Denied(List.of())),
                Named.of("approvals without time", () -> approvals(1, Duration.ZERO)),
                Named.of("negative quorum", () -> approvals(-1, MINUTE)),
                Named.of("reminder at once", () -> new ApprovalRequirement.Reminder(Duration.ZERO, Set.of())),
                Named.of("review in the past", () -> new ApprovalRequirement.BreakGlassAllowance(MINUTE.negated())),
                Named.of("launch window of nothing", () -> requirements(Duration.ZERO)),
                Named.of(
                        "verification within nothing",
                        () -> new PolicyRequirements.ConfirmationRequirements(
                                Optional.empty(), Optional.of(Duration.ZERO))),
                Named.of("blank channel", () -> new ChannelId(" ")),
                Named.of("vote for no plan", () -> new Vote(BRUNO_REQUESTER, "", "", NOON)),
                Named.of(
                        "version 0",
                        () -> new RescueRequest(
                                openedRequest().id(),
                                openedRequest().plan(),
                                openedRequest().stage(),
                                0)),
                Named.of(
                        "boot time-out of nothing",
                        () -> new RescueTimeouts(MINUTE, MINUTE, Duration.ZERO, MINUTE, MINUTE)),
                Named.of(
                        "policy without a version",
                        () -> new PolicyRules(List.of(), "", PolicyRules.InRescueReminder.DEFAULT)),
                Named.of("reminder every nothing", () -> new PolicyRules.InRescueReminder(MINUTE, Duration.ZERO)),
                Named.of("nobody's entry", () -> new AuditEntry(NOON, "", "", "requested", "", "", Map.of())),
                Named.of("entry without an event", () -> new AuditEntry(NOON, "U0ASHA", "", "", "", "", Map.of())),
                Named.of("actor without an id", () -> new Actor("", "")));
    }

    private static ApprovalRequirement approvals(int quorum, Duration timeout) {
        return new ApprovalRequirement(
                quorum, ApproverSelector.ANY_PERMITTED_USER, timeout, Optional.empty(), Optional.empty());
    }

    private static PolicyRequirements requirements(Duration launchWindow) {
        return new PolicyRequirements(
                "", "v1", ApprovalRequirement.NONE, PolicyRequirements.ConfirmationRequirements.NONE, launchWindow);
    }
}
