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

/** What does the thread read when something happened? One reply a happening. */
public final class ThreadUpdates {

    private final MessageCatalog catalog;
    private final DenialMessages denials;

    /** The updates in the language of a locale; English where the catalogue lacks a phrase. */
    public static ThreadUpdates in(Locale locale) {
        return new ThreadUpdates(MessageCatalog.forLocale(locale));
    }

    private ThreadUpdates(MessageCatalog catalog) {
        this.catalog = catalog;
        this.denials = new DenialMessages(catalog);
    }

    /**
     * One happening in words.
     *
     * @param request as it is after the happening
     */
    public Message render(RescueRequest request, RescueEvent rescueEvent) {
        SealedTypeMap.Builder<RescueEvent, TextLine> lines = SealedTypeMap.builder(RescueEvent.class);
        addRequesterCases(lines, request);
        addApprovalCases(lines, request);
        addLaunchCases(lines, request);
        addBootCases(lines, request);
        addExitCases(lines, request);
        TextLine textLine = lines.build().get(rescueEvent);
        if (rescueEvent instanceof RescueEvent.EnteredRescue up) return withEvidence(textLine, up.evidence());
        if (rescueEvent instanceof RescueEvent.Exited back) return withEvidence(textLine, back.evidence());
        return Message.of(textLine);
    }

    private void addRequesterCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines
                .when(RescueEvent.Confirmed.class, by -> withReason("confirmed", by.by(), by.reason()))
                .when(RescueEvent.Denied.class, by -> withReason("denied", by.by(), by.reason()))
                .when(RescueEvent.Cancelled.class, by -> line("cancelled", "person", new TextRun.UserMention(by.by())))
                .when(RescueEvent.Expired.class, late -> line("expired", "command", retryCommand(request)));
    }

    private void addApprovalCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines
                .when(RescueEvent.ApprovalRequested.class, asked -> approvalRequested(request, asked))
                .when(RescueEvent.ApprovalReminded.class, again -> withMentions("thread.reminded", again.escalation()))
                .when(RescueEvent.Approved.class, this::approved)
                .when(RescueEvent.Drifted.class, drifted -> line("drifted", "changes", driftsText(drifted.drifts())))
                .when(
                        RescueEvent.BreakGlassUsed.class,
                        alone -> catalog.line(
                                "thread.break-glass-used",
                                Map.of(
                                        "person", new TextRun.UserMention(alone.by()),
                                        "reason", new TextRun.UntrustedText(alone.reason()),
                                        "until", timestamp(alone.reviewDueAt()))))
                .when(
                        RescueEvent.ReviewSignedOff.class,
                        by -> line("review-signed", "person", new TextRun.UserMention(by.by())))
                .when(RescueEvent.ReviewOverdue.class, late -> line("review-overdue"));
    }

    private TextLine approved(RescueEvent.Approved by) {
        Map<String, TextRun> slots = Map.of(
                "person",
                new TextRun.UserMention(by.by()),
                "votes",
                number(by.voteCount()),
                "quorum",
                number(by.quorum()),
                "comment",
                new TextRun.UntrustedText(by.comment()));
        return catalog.line(by.comment().isEmpty() ? "thread.approved" : "thread.approved.comment", slots);
    }

    private TextLine approvalRequested(RescueRequest request, RescueEvent.ApprovalRequested asked) {
        if (!asked.approvers().isEmpty()) return withMentions("thread.approval-asked", asked.approvers());
        String permission = request.plan()
                .requirements()
                .approval()
                .approverSelector()
                .permission()
                .portalName();
        return line("approval-asked.anybody", "permission", new TextRun.Bold(permission));
    }

    /** A phrase and the people it speaks to. */
    private TextLine withMentions(String key, Set<SlackUserId> people) {
        List<TextRun> textRuns = new ArrayList<>(catalog.line(key).runs());
        people.stream()
                .sorted(Comparator.comparing(SlackUserId::value))
                .flatMap(person -> Stream.of(new TextRun.Text(" "), new TextRun.UserMention(person)))
                .forEach(textRuns::add);
        return new TextLine(textRuns);
    }

    private TextRun driftsText(List<Drift> changes) {
        return new TextRun.UntrustedText(changes.stream().map(this::driftText).collect(Collectors.joining("; ")));
    }

    private String driftText(Drift drift) {
        String was = drift.previousValue().isEmpty()
                ? catalog.text("none")
                : drift.previousValue().toLowerCase(Locale.ROOT);
        String is = drift.currentValue().isEmpty()
                ? catalog.text("none")
                : drift.currentValue().toLowerCase(Locale.ROOT);
        return catalog.text("drift." + CommonTerms.key(drift.attribute())) + ": " + was + " → " + is;
    }

    private TextLine withReason(String key, SlackUserId person, String reason) {
        if (reason.isEmpty()) return line(key, "person", new TextRun.UserMention(person));
        return catalog.line(
                "thread." + key + ".reason",
                Map.of("person", new TextRun.UserMention(person), "reason", new TextRun.UntrustedText(reason)));
    }

    private void addLaunchCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines
                .when(
                        RescueEvent.AccessDenied.class,
                        no -> line("not-allowed", "reason", asTextRun(denials.denial(no.denialReason()))))
                .when(
                        RescueEvent.Blocked.class,
                        by -> denials.preflightFailure(by.preflightFailure(), request.device()))
                .when(RescueEvent.LaunchAccepted.class, yes -> line("launch-accepted"))
                .when(RescueEvent.LaunchUnconfirmed.class, lost -> line("launch-unconfirmed"))
                .when(
                        RescueEvent.LaunchPostponed.class,
                        later -> line("launch-postponed", "until", timestamp(later.retryAt())))
                .when(
                        RescueEvent.LaunchRejected.class,
                        no -> line("launch-rejected", "detail", asSentence(no.detail())))
                .when(
                        RescueEvent.LaunchWindowExpired.class,
                        late -> line("launch-window-expired", "command", retryCommand(request)))
                .when(
                        RescueEvent.NoProgress.class,
                        wait -> line(
                                wait.accepted() ? "no-progress.confirmed" : "no-progress.unconfirmed",
                                "minutes",
                                CommonTerms.minutes(wait.elapsed())))
                .when(RescueEvent.GaveUp.class, over -> line("gave-up", "command", retryCommand(request)));
    }

    private void addBootCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines
                .when(RescueEvent.TransactionStarted.class, begun -> underWay(begun.step(), begun.averageDuration()))
                .when(RescueEvent.PoweredDown.class, down -> line("powered-down"))
                .when(RescueEvent.Rebooting.class, up -> line("rebooting"))
                .when(RescueEvent.KernelBooting.class, boots -> kernelBooting(boots.step()))
                .when(RescueEvent.EnteredRescue.class, up -> inRescue(request))
                .when(
                        RescueEvent.StillInRescue.class,
                        still -> catalog.line(
                                "thread.still-in-rescue",
                                Map.of(
                                        "requester",
                                        new TextRun.UserMention(
                                                request.plan().requester().slackUserId()),
                                        "device",
                                        CommonTerms.device(request.device()),
                                        "minutes",
                                        CommonTerms.minutes(still.elapsed()))))
                .when(RescueEvent.BootStalled.class, late -> stalled(late.elapsed(), late.transactionId()))
                .when(
                        RescueEvent.DeviceGone.class,
                        gone -> line("device-gone", "device", CommonTerms.device(request.device())));
    }

    private void addExitCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines
                .when(
                        RescueEvent.ExitRequested.class,
                        by -> line("exit-requested", "person", new TextRun.UserMention(by.by())))
                .when(RescueEvent.ExitPostponed.class, this::exitPostponed)
                .when(RescueEvent.ExitRejected.class, no -> line("exit-rejected", "detail", asSentence(no.detail())))
                .when(RescueEvent.ExitAccepted.class, yes -> line("exit-accepted"))
                .when(RescueEvent.ExitUnconfirmed.class, lost -> line("exit-unconfirmed"))
                .when(
                        RescueEvent.ExitNotObserved.class,
                        quiet -> line(
                                quiet.stillInRescue() ? "exit-not-observed.in-rescue" : "exit-not-observed",
                                "minutes",
                                CommonTerms.minutes(quiet.elapsed())))
                .when(RescueEvent.ExitedOutside.class, left -> line("exited-outside"))
                .when(RescueEvent.Exited.class, back -> line("back", "device", CommonTerms.device(request.device())))
                .when(
                        RescueEvent.ExitOverdue.class,
                        wait -> line("exit-overdue", "minutes", CommonTerms.minutes(wait.elapsed())));
    }

    private TextLine exitPostponed(RescueEvent.ExitPostponed later) {
        if (later.lockoutRemaining().isEmpty()) return line("exit-postponed", "until", timestamp(later.retryAt()));
        return catalog.line(
                "thread.exit-postponed.window",
                Map.of(
                        "minutes",
                        CommonTerms.minutes(later.lockoutRemaining().get()),
                        "until",
                        timestamp(later.retryAt())));
    }

    private Message withEvidence(TextLine textLine, Evidence known) {
        TextRun evidence = new TextRun.Text(catalog.text("evidence." + CommonTerms.key(known)));
        return new Message(textLine, false, List.of(new MessageBlock.Context(line("known-by", "evidence", evidence))));
    }

    private TextLine underWay(String step, Optional<Duration> average) {
        if (step.isEmpty()) return line("transaction-started.plain");
        Map<String, TextRun> slots = Map.of(
                "step", new TextRun.UntrustedText(step), "minutes", CommonTerms.minutes(average.orElse(Duration.ZERO)));
        return catalog.line(
                average.isPresent() ? "thread.transaction-started.average" : "thread.transaction-started", slots);
    }

    /** The provider's own words are added where they say more than ours. */
    private TextLine kernelBooting(String step) {
        boolean saysNoMore = step.isEmpty() || step.toLowerCase(Locale.ROOT).contains("rescue kernel");
        return saysNoMore
                ? line("kernel-booting.plain")
                : line("kernel-booting", "step", new TextRun.UntrustedText(step));
    }

    private TextLine inRescue(RescueRequest request) {
        Optional<String> login = request.stage() instanceof InRescue in ? in.loginName() : Optional.empty();
        Map<String, TextRun> slots = Map.of(
                "device", CommonTerms.device(request.device()),
                "address", CommonTerms.address(request.device(), catalog.text("unknown")),
                "login", new TextRun.Code(login.orElse("")));
        return catalog.line(login.isPresent() ? "thread.in-rescue" : "thread.in-rescue.no-login", slots);
    }

    private TextLine stalled(Duration waited, OptionalLong transaction) {
        if (transaction.isEmpty()) return line("stalled", "minutes", CommonTerms.minutes(waited));
        TextRun number = new TextRun.Code(Long.toString(transaction.getAsLong()));
        return catalog.line(
                "thread.stalled.transaction", Map.of("minutes", CommonTerms.minutes(waited), "transaction", number));
    }

    private TextLine line(String key) {
        return catalog.line("thread." + key);
    }

    private TextLine line(String key, String slot, TextRun textRun) {
        return catalog.line("thread." + key, Map.of(slot, textRun));
    }

    private static TextRun retryCommand(RescueRequest request) {
        return CommonTerms.slashCommand(request.device().name().hostname());
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

    /** The provider's words, ended like a sentence. */
    private static TextRun asSentence(String detail) {
        String trimmed = detail.strip();
        boolean ended = trimmed.isEmpty() || ".!?".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0;
        return new TextRun.UntrustedText(ended ? trimmed : trimmed + ".");
    }
}
