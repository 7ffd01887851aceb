package dev.lifeline.message;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.Outage;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.message.status.ThreadUpdates;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Drift;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.TransitionRejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event, refusal and label has a phrase, and every placeholder is filled. */
class MessageCatalogTest {

    private final ThreadUpdates threadUpdates = ThreadUpdates.in(Locale.ENGLISH);
    private final DenialMessages denials = DenialMessages.in(Locale.ENGLISH);

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_a_phrase(RescueEvent rescueEvent) {
        assertComplete(threadUpdates.render(openedRequest(), rescueEvent).plainText());
    }

    @ParameterizedTest
    @EnumSource
    void every_close_reason_has_a_phrase_on_the_card_and_in_the_history(CloseReason closeReason) {
        MessageCatalog catalog = MessageCatalog.forLocale(Locale.ENGLISH);

        assertThat(catalog.text("history.close-reason." + CommonTerms.key(closeReason)))
                .isNotBlank();
        assertThat(catalog.line(
                                "status-message.closed." + CommonTerms.key(closeReason),
                                Map.of("device", new TextRun.Text("web-07")))
                        .plainText())
                .contains("web-07");
    }

    @Test
    void every_event_is_covered_by_this_test() {
        assertThat(events().map(Object::getClass).distinct()).hasSameSizeAs(RescueEvent.class.getPermittedSubclasses());
    }

    static Stream<RescueEvent> events() {
        Duration wait = Duration.ofMinutes(3);
        return Stream.of(
                new RescueEvent.Confirmed(ASHA, ""),
                new RescueEvent.Confirmed(ASHA, "INC-7"),
                new RescueEvent.ApprovalRequested(Set.of(), 1),
                new RescueEvent.ApprovalRequested(Set.of(ASHA), 1),
                new RescueEvent.ApprovalReminded(Set.of(ASHA)),
                new RescueEvent.Approved(ASHA, 1, 2, ""),
                new RescueEvent.Approved(ASHA, 1, 2, "go"),
                new RescueEvent.Denied(ASHA, ""),
                new RescueEvent.Denied(ASHA, "no"),
                new RescueEvent.Drifted(List.of(
                        new Drift(Drift.Attribute.POWER, "ON", "OFF"),
                        new Drift(Drift.Attribute.TRANSACTION, "", "Reload"))),
                new RescueEvent.BreakGlassUsed(ASHA, "down", NOON, Set.of(ASHA)),
                new RescueEvent.ReviewSignedOff(ASHA),
                new RescueEvent.ReviewOverdue(),
                new RescueEvent.Cancelled(ASHA),
                new RescueEvent.Expired(),
                new RescueEvent.AccessDenied(new DenialReason.CloudUserGone()),
                new RescueEvent.Blocked(new PreflightFailure.CoreOs()),
                new RescueEvent.LaunchAccepted(),
                new RescueEvent.Reopened(CloseReason.FAILED, true),
                new RescueEvent.Reopened(CloseReason.FAILED, false),
                new RescueEvent.LateResponse(new RequestId("later00001"), true),
                new RescueEvent.LateResponse(new RequestId("later00001"), false),
                new RescueEvent.Superseded(new RequestId("earlier001")),
                new RescueEvent.LaunchUnconfirmed(),
                new RescueEvent.LaunchPostponed(NOON),
                new RescueEvent.LaunchWithdrawn(CloseReason.CANCELLED),
                new RescueEvent.LaunchWindowExpired(),
                new RescueEvent.LaunchRejected("no"),
                new RescueEvent.NoProgress(wait, true, false),
                new RescueEvent.NoProgress(wait, false, false),
                new RescueEvent.NoProgress(wait, false, true),
                new RescueEvent.GaveUp(wait, true),
                new RescueEvent.TransactionStarted("step", Optional.of(wait)),
                new RescueEvent.TransactionStarted("step", Optional.empty()),
                new RescueEvent.PoweredDown(),
                new RescueEvent.Rebooting(),
                new RescueEvent.KernelBooting("step"),
                new RescueEvent.KernelBooting(""),
                new RescueEvent.EnteredRescue(Evidence.HOST_KEY_CHANGED),
                new RescueEvent.StillInRescue(wait),
                new RescueEvent.ApprovalReminded(Set.of(ASHA), Optional.of("pager.example.com")),
                new RescueEvent.WebhookFailed(),
                new RescueEvent.StillNeeded(ASHA),
                new RescueEvent.TakenOver(BRUNO, ASHA),
                new RescueEvent.ResponsibleUnavailable(ASHA, Set.of(BRUNO)),
                new RescueEvent.ResponsibleUnavailable(ASHA, Set.of()),
                new RescueEvent.BootStalled(wait, OptionalLong.of(7)),
                new RescueEvent.BootStalled(wait, OptionalLong.empty()),
                new RescueEvent.ExitRequested(ASHA),
                new RescueEvent.ExitPostponed(NOON),
                new RescueEvent.ExitTakenBack(ASHA),
                new RescueEvent.PowerOnRequested(ASHA),
                new RescueEvent.PowerOnAccepted(),
                new RescueEvent.PowerOnUnconfirmed(),
                new RescueEvent.PowerOnNotDone(""),
                new RescueEvent.PowerOnNotDone("The provider is busy"),
                new RescueEvent.PoweredOn(),
                new RescueEvent.PowerOnNotSeen(Duration.ofMinutes(5)),
                new RescueEvent.OtherHostKeySeen(),
                new RescueEvent.ProbablyInRescue(),
                new RescueEvent.BegunLate(CloseReason.FAILED),
                new RescueEvent.ExitRejected("no"),
                new RescueEvent.ExitAccepted(),
                new RescueEvent.ExitUnconfirmed(),
                new RescueEvent.ExitNotObserved(wait, true),
                new RescueEvent.ExitNotObserved(wait, false),
                new RescueEvent.ExitedOutside(),
                new RescueEvent.Exited(Evidence.PORT_OPEN),
                new RescueEvent.ExitOverdue(wait, true),
                new RescueEvent.ExitOverdue(wait, false),
                new RescueEvent.StillOpen(wait),
                new RescueEvent.LaunchDidNotTake(Evidence.HOST_KEY_CHANGED),
                new RescueEvent.DeviceMissing(wait),
                new RescueEvent.DeviceVisibleAgain(),
                new RescueEvent.DeviceGone(),
                new RescueEvent.ReportedBack(ASHA),
                new RescueEvent.ClosedByHand(ASHA, "cancelled at the provider", true),
                new RescueEvent.ClosedByHand(ASHA, "cancelled at the provider", false));
    }

    @ParameterizedTest
    @MethodSource("denialReasons")
    void every_objection_has_a_reason_and_a_remedy(DenialReason denialReason) {
        assertComplete(denials.denial(denialReason).plainText());
    }

    static List<DenialReason> denialReasons() {
        List<DenialReason> denialReasons = new ArrayList<>(List.of(
                new DenialReason.NoEmail(SlackUser.EmailAbsence.NOT_SHOWN),
                new DenialReason.NoEmail(SlackUser.EmailAbsence.SCOPE_MISSING),
                new DenialReason.EmailNotComparable(SlackUser.EmailAbsence.NOT_SHOWN),
                new DenialReason.EmailNotComparable(SlackUser.EmailAbsence.SCOPE_MISSING),
                new DenialReason.NoCloudUser("a@b.c"),
                new DenialReason.AmbiguousCloudUser("a@b.c"),
                new DenialReason.ChannelNotServed("C1"),
                new DenialReason.LinkRequired(DenialReason.LinkRequired.Reason.PRIVILEGED_USER),
                new DenialReason.LinkRequired(DenialReason.LinkRequired.Reason.UNLINKED),
                new DenialReason.LinkOutdated(DenialReason.LinkOutdated.ChangedEmail.SLACK_EMAIL),
                new DenialReason.LinkOutdated(DenialReason.LinkOutdated.ChangedEmail.FIRST_SLACK_EMAIL),
                new DenialReason.LinkOutdated(DenialReason.LinkOutdated.ChangedEmail.CLOUD_EMAIL),
                new DenialReason.CloudUserGone(),
                new DenialReason.CloudUserNotActive("asha", CloudUser.Status.CANCEL_PENDING),
                new DenialReason.MissingPermission("asha", Permission.SERVER_RELOAD),
                new DenialReason.DeviceNotFound("web"),
                new DenialReason.DeviceNotFound(""),
                new DenialReason.SelfChange(),
                new DenialReason.TargetIsMasterUser("elena"),
                new DenialReason.TargetNotDescendant("asha"),
                new DenialReason.CannotDelegate(Permission.SERVER_RELOAD),
                new DenialReason.PortalOnlyPermission(Permission.USER_MANAGE),
                new DenialReason.HasAllDevices("asha"),
                new DenialReason.TargetUserGone("asha"),
                new DenialReason.UpstreamUnavailable(Outage.TEMPORARY)));
        Stream.of(SlackUser.UserKind.values())
                .filter(userKind -> userKind != SlackUser.UserKind.MEMBER)
                .forEach(userKind -> denialReasons.add(new DenialReason.NotWorkspaceMember(userKind)));
        return denialReasons;
    }

    @ParameterizedTest
    @MethodSource("preflightFailures")
    void every_preflight_failure_has_a_reason_and_a_remedy(PreflightFailure preflightFailure) {
        assertComplete(denials.preflightFailure(preflightFailure, WEB_07).plainText());
    }

    static Stream<PreflightFailure> preflightFailures() {
        return Stream.of(
                new PreflightFailure.OutstandingTransaction(transaction(1)),
                new PreflightFailure.CoreOs(),
                new PreflightFailure.NotProvisioned(),
                new PreflightFailure.Suspended(),
                new PreflightFailure.Paused(),
                new PreflightFailure.NoOperatingSystem(),
                new PreflightFailure.RemoteManagementDisabled(),
                new PreflightFailure.NoCredentials(),
                new PreflightFailure.Renamed(new DeviceName("web-09", "example.com")),
                new PreflightFailure.NoRescueImage("x.iso", "dal13"),
                new PreflightFailure.AmbiguousRescueImage("x.iso", List.of("1", "2")));
    }

    @ParameterizedTest
    @EnumSource(TransitionRejection.class)
    void everything_that_changed_nothing_is_explained(TransitionRejection transitionRejection) {
        assertComplete(
                denials.transitionRejected(transitionRejection, openedRequest()).plainText());
    }

    @Test
    void P9_a_name_that_looks_like_a_placeholder_stays_a_name() {
        TextLine textLine = MessageCatalog.forLocale(Locale.ENGLISH)
                .line("help.unknown", java.util.Map.of("typed", new TextRun.UntrustedText("{device} *x* <!channel>")));

        assertThat(textLine.runs()).contains(new TextRun.UntrustedText("{device} *x* <!channel>"));
    }

    private static void assertComplete(String text) {
        assertThat(text).isNotBlank().doesNotContain("{").doesNotContain("null");
    }
}
