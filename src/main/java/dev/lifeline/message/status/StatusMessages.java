package dev.lifeline.message.status;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.ConfirmDialog;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.PendingExit;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import dev.lifeline.rescue.Withdrawal;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The status message of a request, which is edited in place at every stage, and the messages that point to it. */
public final class StatusMessages {

    private final MessageCatalog catalog;
    private final MessageFields fields;
    private final ConfirmationMessage confirmation;
    private final ApprovalMessage approval;
    private final ReviewMessage review;
    private final DrillMark drillMark;

    /** The messages in the language of a locale; English where the catalogue lacks a phrase. */
    public static StatusMessages in(Locale locale) {
        return new StatusMessages(MessageCatalog.forLocale(locale));
    }

    private StatusMessages(MessageCatalog catalog) {
        CommonTerms commonTerms = new CommonTerms(catalog);
        this.catalog = catalog;
        this.fields = new MessageFields(commonTerms);
        this.confirmation = new ConfirmationMessage(catalog, fields);
        this.approval = new ApprovalMessage(catalog, fields);
        this.review = new ReviewMessage(catalog);
        this.drillMark = new DrillMark(catalog);
    }

    /** The status message in the stage of the request. */
    public Message statusMessage(RescueRequest request) {
        return drillMark.explain(request, unmarked(request));
    }

    private Message unmarked(RescueRequest request) {
        Stage stage = request.stage();
        if (stage instanceof AwaitingConfirmation waiting) return confirmation.render(request, waiting);
        if (stage instanceof AwaitingApproval waiting) return approval.render(request, waiting);
        if (stage instanceof Launching launching) return launching(request, launching);
        if (stage instanceof Booting booting) return booting(request, booting);
        if (stage instanceof InRescue in) return inRescue(request, in);
        if (stage instanceof Exiting exiting) return exiting(request, exiting);
        if (stage instanceof Closed closed) return closed(request, closed);
        return readyToLaunch(request, (ReadyToLaunch) stage);
    }

    /** The review message of a request that used break-glass. */
    public Message review(RescueRequest request, Review open) {
        return drillMark.explain(request, review.render(request, open));
    }

    /** The direct message to an approver, with what decides and the buttons, which a link to the status message follows. */
    public Message approvalDirectMessage(RescueRequest request, AwaitingApproval waiting) {
        return drillMark.explain(request, approval.renderForApprover(request, waiting));
    }

    /** The direct message about break-glass to the account's owners and the approvers. */
    public Message breakGlassDirectMessage(RescueRequest request, Review open) {
        return drillMark.explain(request, Message.of(catalog.line(
                "direct.break-glass",
                Map.of(
                        "requester",
                        new TextRun.UserMention(request.plan().requester().slackUserId()),
                        "device",
                        CommonTerms.device(request.device()),
                        "reason",
                        new TextRun.UntrustedText(open.reason())))));
    }

    /** The direct message about an overdue review to those who were told of the break-glass. */
    public Message reviewOverdueDirectMessage(RescueRequest request, Review overdue) {
        return drillMark.explain(request, Message.of(catalog.line(
                "direct.review-overdue",
                Map.of(
                        "requester",
                        new TextRun.UserMention(request.plan().requester().slackUserId()),
                        "device",
                        CommonTerms.device(request.device()),
                        "until",
                        new TextRun.Timestamp(overdue.dueAt())))));
    }

    /**
     * A message for somebody who gets it directly, because its channel takes none.
     *
     * @param notInvited whether an invitation would let the bot back in
     */
    public Message insteadOfChannel(Message message, boolean notInvited) {
        TextLine why = notInvited
                ? catalog.line("direct.not-invited", Map.of("command", new TextRun.Code("/invite @lifeline")))
                : catalog.line("direct.instead");
        return message.withBlock(new Context(why));
    }

    /** The status message for somebody who gets it because the requester cannot be written to. */
    public Message insteadOfRequester(Message statusMessage, RescueRequest request) {
        TextLine why = catalog.line(
                "direct.instead-of-requester",
                Map.of(
                        "requester",
                        new TextRun.UserMention(request.plan().requester().slackUserId())));
        return statusMessage.withBlock(new Context(why));
    }

    /** Tells the requester who did not get a direct message about the request. */
    public Message unreachable(RescueRequest request, SlackUserId person) {
        return Message.of(catalog.line(
                "direct.unreachable",
                Map.of("person", new TextRun.UserMention(person), "device", CommonTerms.device(request.device()))));
    }

    /** Whether the message has a button for a step of a person. */
    public static boolean asksForAction(Message message) {
        return message.blocks().stream().anyMatch(MessageBlock.Buttons.class::isInstance);
    }

    /** The label of a link to a status message. */
    public String permalinkLabel() {
        return catalog.text("direct.link");
    }

    /** A launch that waits for the provider can be taken back; one that does not wait is claimed at once. */
    private Message readyToLaunch(RescueRequest request, ReadyToLaunch readyToLaunch) {
        Map<String, TextRun> arguments = Map.of(
                "until", new TextRun.Timestamp(readyToLaunch.launchBy()),
                "requester", new TextRun.UserMention(request.plan().requester().slackUserId()));
        MessageBlock deadline = new Context(catalog.line("status-message.cleared.deadline", arguments));
        if (!readyToLaunch.postponedNotified())
            return titled("status-message.cleared.title", request, List.of(fields.summary(request), deadline));
        return titled(
                "status-message.waiting.title",
                request,
                List.of(
                        new Paragraph(catalog.line("status-message.waiting.detail")),
                        fields.summary(request),
                        deadline,
                        RowLayout.of(
                                button(Action.CANCEL, "button.take-back", request, Style.DEFAULT),
                                closeButton(request)),
                        new Context(catalog.line("status-message.waiting.take-back", arguments))));
    }

    private Message launching(RescueRequest request, Launching launching) {
        String detail = launching
                .withdrawal()
                .map(withdrawal -> "status-message.launching.withdrawn")
                .orElse(
                        launching.accepted()
                                ? "status-message.launching.confirmed"
                                : "status-message.launching.unconfirmed");
        List<MessageBlock> messageBlocks = new ArrayList<>(
                List.of(new Paragraph(catalog.line(detail)), fields.summary(request), launchDeadline(launching)));
        if (launching.overdueNotified() || isStuck(request))
            messageBlocks.addAll(
                    outcomes(request, inRescueButton(request), reportBackButton(request), closeButton(request)));
        return titled("status-message.launching.title", request, messageBlocks);
    }

    private Context launchDeadline(Launching launching) {
        if (launching.withdrawal().isEmpty())
            return deadline("status-message.launching.deadline", RescueTimeouts.DEFAULT.launch());
        boolean turnedAway =
                launching.withdrawal().filter(Withdrawal::turnedAway).isPresent();
        return deadline(
                "status-message.launching.withdrawn.deadline",
                turnedAway ? RescueTimeouts.DEFAULT.firstSign() : RescueTimeouts.DEFAULT.launch());
    }

    private Message booting(RescueRequest request, Booting booting) {
        List<MessageBlock> messageBlocks = new ArrayList<>(List.of(
                fields.booting(request, booting),
                deadline("status-message.booting.deadline", RescueTimeouts.DEFAULT.boot())));
        if (booting.stalledNotified()) messageBlocks.add(new Paragraph(catalog.line("status-message.booting.stalled")));
        if (booting.transactionEndedAt().isPresent() || booting.stalledNotified() || isStuck(request)) {
            messageBlocks.addAll(outcomes(
                    request,
                    showAccessButton(request),
                    button(Action.REPORT_LOGIN, "button.logged-in", request, Style.DEFAULT),
                    reportBackButton(request),
                    closeButton(request)));
            messageBlocks.add(new Context(catalog.line("status-message.booting.logged-in")));
        }
        return titled("status-message.booting.title", request, messageBlocks);
    }

    private Message inRescue(RescueRequest request, InRescue in) {
        List<MessageBlock> messageBlocks = new ArrayList<>(List.of(fields.inRescue(request, in)));
        messageBlocks.add(new Context(catalog.line("status-message.in-rescue.password")));
        if (in.rescueBaseline().hostKey().isPresent())
            messageBlocks.add(new Context(catalog.line("status-message.in-rescue.host-key")));
        messageBlocks.add(new Context(catalog.line("status-message.in-rescue.deadline")));
        boolean exitPending = in.pendingExit().isPresent();
        if (exitPending) messageBlocks.add(new Paragraph(catalog.line("status-message.in-rescue.leaving")));
        List<Button> choices = new ArrayList<>(List.of(showAccessButton(request)));
        if (!exitPending) choices.add(exitButton(request, Action.EXIT, "button.exit", "exit.question.text"));
        boolean waits = in.pendingExit().filter(PendingExit::postponedNotified).isPresent();
        if (waits) choices.add(button(Action.CANCEL, "button.take-back", request, Style.DEFAULT));
        boolean stuck = isStuck(request) || waits || in.otherHostKey().isPresent();
        if (stuck) choices.addAll(List.of(reportBackButton(request), closeButton(request)));
        messageBlocks.addAll(
                stuck
                        ? outcomes(request, choices.toArray(Button[]::new))
                        : List.of(RowLayout.of(choices.toArray(Button[]::new))));
        return titled("status-message.in-rescue.title", request, messageBlocks);
    }

    private Message exiting(RescueRequest request, Exiting exiting) {
        List<MessageBlock> messageBlocks = new ArrayList<>(List.of(
                new Paragraph(catalog.line("status-message.exiting.detail")),
                deadline("status-message.exiting.deadline", RescueTimeouts.DEFAULT.exit())));
        if (exiting.overdueNotified()) {
            messageBlocks.add(new Paragraph(catalog.line("status-message.exiting.overdue")));
            messageBlocks.add(new Paragraph(catalog.line(
                    exiting.powerCycleOffered()
                            ? "status-message.exiting.power-cycle"
                            : "status-message.exiting.healthy")));
        }
        if (exiting.overdueNotified() || isStuck(request))
            messageBlocks.addAll(outcomes(request, exitChoices(request, exiting)));
        return titled("status-message.exiting.title", request, messageBlocks);
    }

    private Button[] exitChoices(RescueRequest request, Exiting exiting) {
        List<Button> choices = new ArrayList<>();
        if (exiting.powerCycleOffered())
            choices.add(exitButton(request, Action.EXIT_HARD, "button.exit.hard", "exit.hard.question.text"));
        choices.addAll(List.of(reportBackButton(request), inRescueButton(request), closeButton(request)));
        return choices.toArray(Button[]::new);
    }

    /** Whether the stage does not go on by itself, as far as the channel was told. */
    private static boolean isStuck(RescueRequest request) {
        return request.watch().missingNotified() || request.watch().remindedAt().isPresent();
    }

    /** The buttons by which a person says where the device is, and for whom they are. */
    private List<MessageBlock> outcomes(RescueRequest request, Button... choices) {
        List<MessageBlock> messageBlocks = new ArrayList<>();
        if (request.watch().missingNotified()) messageBlocks.add(new Paragraph(catalog.line("status-message.missing")));
        messageBlocks.add(RowLayout.of(choices));
        TextRun requester = new TextRun.UserMention(request.plan().requester().slackUserId());
        messageBlocks.add(new Context(catalog.line("status-message.outcome", Map.of("requester", requester))));
        return messageBlocks;
    }

    private Context deadline(String key, Duration duration) {
        return new Context(catalog.line(key, Map.of("minutes", CommonTerms.minutes(duration))));
    }

    private Button inRescueButton(RescueRequest request) {
        return button(Action.REPORT_LOGIN, "button.in-rescue", request, Style.DEFAULT);
    }

    private Button reportBackButton(RescueRequest request) {
        TextLine question =
                catalog.line("report-back.question.text", Map.of("device", CommonTerms.device(request.device())));
        return button(Action.REPORT_BACK, "button.report-back", request, Style.DEFAULT)
                .withConfirmDialog(new ConfirmDialog(
                        catalog.text("report-back.question.title"),
                        question.plainText(),
                        catalog.text("report-back.question.yes"),
                        catalog.text("report-back.question.no")));
    }

    private Button closeButton(RescueRequest request) {
        return button(Action.CLOSE_BY_HAND, "button.close-by-hand", request, Style.DEFAULT)
                .withForm();
    }

    private Message closed(RescueRequest request, Closed closed) {
        String title = "status-message.closed." + CommonTerms.key(closed.closeReason());
        return titled(
                title,
                request,
                List.of(
                        closed.closeReason() == CloseReason.EXITED
                                ? fields.address(request)
                                : fields.summary(request)));
    }

    private Button showAccessButton(RescueRequest request) {
        return button(Action.SHOW_ACCESS, "button.show-access", request, Style.PRIMARY);
    }

    private Button exitButton(RescueRequest request, Action action, String label, String text) {
        TextLine question = catalog.line(text, Map.of("device", CommonTerms.device(request.device())));
        return button(action, label, request, Style.DANGER)
                .withConfirmDialog(new ConfirmDialog(
                        catalog.text("exit.question.title"),
                        question.plainText(),
                        catalog.text("exit.question.yes"),
                        catalog.text("exit.question.no")));
    }

    private Button button(Action action, String label, RescueRequest request, Style style) {
        return Button.of(action, catalog.text(label), request.id().value(), style);
    }

    private Message titled(String title, RescueRequest request, List<MessageBlock> messageBlocks) {
        return Message.withHeader(
                catalog.line(title, Map.of("device", CommonTerms.device(request.device()))), messageBlocks);
    }
}
