package dev.lifeline.message.status;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.Drift;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The replies in the thread of a status message, one for each event. */
public final class ThreadUpdates {

    private final MessageCatalog catalog;
    private final CommonTerms terms;
    private final DenialMessages denials;
    private final OutcomeUpdates outcomeUpdates;
    private final ReminderMessage reminders;

    /** The updates in the language of a locale; English where the catalogue lacks a phrase. */
    public static ThreadUpdates in(Locale locale) {
        return new ThreadUpdates(MessageCatalog.forLocale(locale));
    }

    private ThreadUpdates(MessageCatalog catalog) {
        this.catalog = catalog;
        this.terms = new CommonTerms(catalog);
        this.denials = new DenialMessages(catalog);
        this.outcomeUpdates = new OutcomeUpdates(catalog);
        this.reminders = new ReminderMessage(catalog);
    }

    /**
     * The reply about an event.
     *
     * @param request the request after the event
     */
    public Message render(RescueRequest request, RescueEvent event) {
        SealedTypeMap.Builder<RescueEvent, TextLine> lines = SealedTypeMap.builder(RescueEvent.class);
        addRequesterCases(lines, request);
        addApprovalCases(lines, request);
        addLaunchCases(lines, request);
        addLateResponseCases(lines, request);
        addBootCases(lines, request);
        addExitCases(lines, request);
        outcomeUpdates.addCases(lines, request);
        reminders.addCases(lines, request);
        TextLine textLine = lines.build().get(event);
        if (event instanceof RescueEvent.EnteredRescue entered) return withEvidence(textLine, entered.evidence());
        if (event instanceof RescueEvent.Exited exited) return withEvidence(textLine, exited.evidence());
        Message line = reminders.withAlternative(Message.of(textLine), request, event);
        return reminders.buttons(request, event).map(line::withBlock).orElse(line);
    }

    private void addRequesterCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines.when(RescueEvent.Confirmed.class, event -> withReason("confirmed", event.by(), event.reason()))
                .when(RescueEvent.Denied.class, event -> withReason("denied", event.by(), event.reason()))
                .when(
                        RescueEvent.Cancelled.class,
                        event -> line("cancelled", "person", new TextRun.UserMention(event.by())))
                .when(RescueEvent.Expired.class, event -> line("expired", "command", retryCommand(request)));
    }

    private void addApprovalCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines.when(RescueEvent.ApprovalRequested.class, event -> approvalRequested(request, event))
                .when(RescueEvent.ApprovalReminded.class, event -> reminded(event))
                .when(RescueEvent.WebhookFailed.class, event -> line("webhook-failed"))
                .when(RescueEvent.Approved.class, this::approved)
                .when(
                        RescueEvent.Drifted.class,
                        event -> line("drifted", "changes", terms.internal(driftsText(event.drifts()))))
                .when(
                        RescueEvent.BreakGlassUsed.class,
                        event -> catalog.line(
                                "thread.break-glass-used",
                                Map.of(
                                        "person", new TextRun.UserMention(event.by()),
                                        "reason", terms.internal(new TextRun.UntrustedText(event.reason())),
                                        "until", timestamp(event.reviewDueAt()))))
                .when(
                        RescueEvent.ReviewSignedOff.class,
                        event -> line("review-signed", "person", new TextRun.UserMention(event.by())))
                .when(RescueEvent.ReviewOverdue.class, event -> line("review-overdue"));
    }

    private TextLine approved(RescueEvent.Approved event) {
        TextRun person = new TextRun.UserMention(event.by());
        TextRun votes = number(event.voteCount());
        TextRun quorum = number(event.quorum());
        TextRun comment = terms.internal(new TextRun.UntrustedText(event.comment()));
        return catalog.line(
                event.comment().isEmpty() ? "thread.approved" : "thread.approved.comment",
                Map.of("person", person, "votes", votes, "quorum", quorum, "comment", comment));
    }

    private TextLine approvalRequested(RescueRequest request, RescueEvent.ApprovalRequested event) {
        if (!event.approvers().isEmpty()) return withMentions("thread.approval-asked", event.approvers());
        String permission = request.plan()
                .requirements()
                .approval()
                .approverSelector()
                .permission()
                .portalName();
        return line("approval-asked.anybody", "permission", new TextRun.Bold(permission));
    }

    private TextLine reminded(RescueEvent.ApprovalReminded event) {
        TextLine asked = withMentions("thread.reminded", event.escalation());
        if (event.webhook().isEmpty()) return asked;
        List<TextRun> textRuns = new ArrayList<>(asked.runs());
        textRuns.add(new TextRun.Text(" "));
        textRuns.addAll(line(
                        "reminded.webhook",
                        "host",
                        terms.internal(new TextRun.UntrustedText(event.webhook().get())))
                .runs());
        return new TextLine(textRuns);
    }

    /** A phrase, followed by mentions. */
    private TextLine withMentions(String key, Set<SlackUserId> users) {
        List<TextRun> textRuns = new ArrayList<>(catalog.line(key).runs());
        users.stream()
                .sorted(Comparator.comparing(SlackUserId::value))
                .flatMap(user -> Stream.of(new TextRun.Text(" "), new TextRun.UserMention(user)))
                .forEach(textRuns::add);
        return new TextLine(textRuns);
    }

    private TextRun driftsText(List<Drift> drifts) {
        return new TextRun.UntrustedText(drifts.stream().map(this::driftText).collect(Collectors.joining("; ")));
    }

    private String driftText(Drift drift) {
        String previous = drift.previousValue().isEmpty()
                ? catalog.text("none")
                : drift.previousValue().toLowerCase(Locale.ROOT);
        String current = drift.currentValue().isEmpty()
                ? catalog.text("none")
                : drift.currentValue().toLowerCase(Locale.ROOT);
        return catalog.text("drift." + CommonTerms.key(drift.attribute())) + ": " + previous + " → " + current;
    }

    private TextLine withReason(String key, SlackUserId user, String reason) {
        if (reason.isEmpty()) return line(key, "person", new TextRun.UserMention(user));
        return catalog.line(
                "thread." + key + ".reason",
                Map.of(
                        "person",
                        new TextRun.UserMention(user),
                        "reason",
                        terms.internal(new TextRun.UntrustedText(reason))));
    }

    private void addLaunchCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines.when(
                        RescueEvent.AccessDenied.class,
                        event -> line(
                                "not-allowed",
                                "reason",
                                terms.internal(asTextRun(denials.denial(event.denialReason())))))
                .when(
                        RescueEvent.Blocked.class,
                        event -> denials.preflightFailure(event.preflightFailure(), request.device()))
                .when(RescueEvent.LaunchAccepted.class, event -> line("launch-accepted"))
                .when(RescueEvent.LaunchUnconfirmed.class, event -> line("launch-unconfirmed"))
                .when(
                        RescueEvent.LaunchPostponed.class,
                        event -> line("launch-postponed", "until", timestamp(event.retryAt())))
                .when(RescueEvent.LaunchWithdrawn.class, event -> line("launch-withdrawn"))
                .when(
                        RescueEvent.LaunchRejected.class,
                        event ->
                                line("launch-rejected", "detail", terms.internal(CommonTerms.sentence(event.detail()))))
                .when(
                        RescueEvent.LaunchWindowExpired.class,
                        event -> line("launch-window-expired", "command", retryCommand(request)))
                .when(RescueEvent.NoProgress.class, this::noProgress)
                .when(RescueEvent.GaveUp.class, event -> line("gave-up", "command", retryCommand(request)));
    }

    private TextLine noProgress(RescueEvent.NoProgress event) {
        String watched = event.accepted() ? "no-progress.confirmed" : "no-progress.unconfirmed";
        return line(event.hidden() ? "no-progress.hidden" : watched, "minutes", CommonTerms.minutes(event.elapsed()));
    }

    private void addLateResponseCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines.when(
                        RescueEvent.Reopened.class,
                        event -> line(event.accepted() ? "reopened.accepted" : "reopened.unknown"))
                .when(
                        RescueEvent.BegunLate.class,
                        event -> line("begun-late", "device", CommonTerms.device(request.device())))
                .when(
                        RescueEvent.LateResponse.class,
                        event -> line(event.accepted() ? "late-response.accepted" : "late-response.unknown"))
                .when(
                        RescueEvent.Superseded.class,
                        event -> line("superseded", "device", CommonTerms.device(request.device())));
    }

    private void addBootCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines.when(
                        RescueEvent.TransactionStarted.class,
                        event -> transactionStarted(event.step(), event.averageDuration()))
                .when(RescueEvent.PoweredDown.class, event -> line("powered-down"))
                .when(RescueEvent.Rebooting.class, event -> line("rebooting"))
                .when(RescueEvent.KernelBooting.class, event -> kernelBooting(event.step()))
                .when(RescueEvent.EnteredRescue.class, event -> inRescue(request))
                .when(
                        RescueEvent.OtherHostKeySeen.class,
                        event -> line("other-host-key", "device", CommonTerms.device(request.device())))
                .when(
                        RescueEvent.ProbablyInRescue.class,
                        event -> line("probably-in-rescue", "device", CommonTerms.device(request.device())))
                .when(RescueEvent.BootStalled.class, event -> stalled(event.elapsed(), event.transactionId()));
    }

    private void addExitCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines.when(
                        RescueEvent.ExitRequested.class,
                        event -> line("exit-requested", "person", new TextRun.UserMention(event.by())))
                .when(RescueEvent.ExitPostponed.class, this::exitPostponed)
                .when(
                        RescueEvent.ExitTakenBack.class,
                        event -> line("exit-taken-back", "person", new TextRun.UserMention(event.by())))
                .when(
                        RescueEvent.ExitRejected.class,
                        event -> line("exit-rejected", "detail", terms.internal(CommonTerms.sentence(event.detail()))))
                .when(RescueEvent.ExitAccepted.class, event -> line("exit-accepted"))
                .when(RescueEvent.ExitUnconfirmed.class, event -> line("exit-unconfirmed"))
                .when(
                        RescueEvent.ExitNotObserved.class,
                        event -> line(
                                event.stillInRescue() ? "exit-not-observed.in-rescue" : "exit-not-observed",
                                "minutes",
                                CommonTerms.minutes(event.elapsed())))
                .when(RescueEvent.ExitedOutside.class, event -> line("exited-outside"))
                .when(RescueEvent.Exited.class, event -> line("back", "device", CommonTerms.device(request.device())))
                .when(
                        RescueEvent.ExitOverdue.class,
                        event -> line(
                                event.powerCycleOffered() ? "exit-overdue.power-cycle" : "exit-overdue",
                                "minutes",
                                CommonTerms.minutes(event.elapsed())));
    }

    private TextLine exitPostponed(RescueEvent.ExitPostponed event) {
        if (event.lockoutRemaining().isEmpty()) return line("exit-postponed", "until", timestamp(event.retryAt()));
        return catalog.line(
                "thread.exit-postponed.window",
                Map.of(
                        "minutes",
                        CommonTerms.minutes(event.lockoutRemaining().get()),
                        "until",
                        timestamp(event.retryAt())));
    }

    private Message withEvidence(TextLine textLine, Evidence evidence) {
        TextRun name = new TextRun.Text(catalog.text("evidence." + CommonTerms.key(evidence)));
        return new Message(
                textLine, false, List.of(new MessageBlock.Context(terms.internal(line("known-by", "evidence", name)))));
    }

    private TextLine transactionStarted(String step, Optional<Duration> average) {
        if (step.isEmpty()) return line("transaction-started.plain");
        Map<String, TextRun> arguments = Map.of(
                "step",
                terms.internal(new TextRun.UntrustedText(step)),
                "minutes",
                CommonTerms.minutes(average.orElse(Duration.ZERO)));
        return catalog.line(
                average.isPresent() ? "thread.transaction-started.average" : "thread.transaction-started", arguments);
    }

    /** The provider's step is added where it says more than the phrase. */
    private TextLine kernelBooting(String step) {
        boolean redundant = step.isEmpty() || step.toLowerCase(Locale.ROOT).contains("rescue kernel");
        return redundant
                ? line("kernel-booting.plain")
                : line("kernel-booting", "step", terms.internal(new TextRun.UntrustedText(step)));
    }

    private TextLine inRescue(RescueRequest request) {
        Optional<String> login = request.stage() instanceof InRescue in ? in.loginName() : Optional.empty();
        Map<String, TextRun> arguments = Map.of(
                "device", CommonTerms.device(request.device()),
                "address", terms.internal(CommonTerms.address(request.device(), catalog.text("unknown"))),
                "login", terms.internal(new TextRun.Code(login.orElse(""))));
        return catalog.line(login.isPresent() ? "thread.in-rescue" : "thread.in-rescue.no-login", arguments);
    }

    private TextLine stalled(Duration elapsed, OptionalLong transactionId) {
        if (transactionId.isEmpty()) return line("stalled", "minutes", CommonTerms.minutes(elapsed));
        TextRun number = terms.internal(new TextRun.Code(Long.toString(transactionId.getAsLong())));
        return catalog.line(
                "thread.stalled.transaction", Map.of("minutes", CommonTerms.minutes(elapsed), "transaction", number));
    }

    private TextLine line(String key) {
        return catalog.line("thread." + key);
    }

    private TextLine line(String key, String argument, TextRun value) {
        return catalog.line("thread." + key, Map.of(argument, value));
    }

    private static TextRun retryCommand(RescueRequest request) {
        return CommonTerms.slashCommand(request.device().typedName());
    }

    private static TextRun timestamp(Instant at) {
        return new TextRun.Timestamp(at);
    }

    private static TextRun number(int value) {
        return new TextRun.Text(Integer.toString(value));
    }

    private static TextRun asTextRun(TextLine textLine) {
        List<TextRun> textRuns = new ArrayList<>(textLine.runs());
        return textRuns.size() == 1 ? textRuns.get(0) : new TextRun.UntrustedText(textLine.plainText());
    }
}
