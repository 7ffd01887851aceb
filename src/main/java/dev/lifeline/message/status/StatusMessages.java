package dev.lifeline.message.status;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
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
import dev.lifeline.rescue.RescueEvent;
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
import java.time.Instant;
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
    private final StatusButtons buttons;
    private final ProgressMessage progress;
    private final ReminderMessage reminder;

    /** The messages in the language of a locale; English where the catalogue lacks a phrase. */
    public static StatusMessages in(Locale locale) {
        return new StatusMessages(MessageCatalog.forLocale(locale));
    }

    private StatusMessages(MessageCatalog catalog) {
        CommonTerms commonTerms = new CommonTerms(catalog);
        this.catalog = catalog;
        this.fields = new MessageFields(commonTerms);
        this.confirmation = new ConfirmationMessage(commonTerms, fields);
        this.approval = new ApprovalMessage(commonTerms, fields);
        this.review = new ReviewMessage(commonTerms);
        this.buttons = new StatusButtons(catalog);
        this.progress = new ProgressMessage(commonTerms, fields, buttons);
        this.reminder = new ReminderMessage(catalog);
        this.drillMark = new DrillMark(catalog);
    }

    /**
     * The status message in the stage of the request.
     *
     * @param now up to which it says how long a phase has lasted
     */
    public Message statusMessage(RescueRequest request, Instant now) {
        return drillMark.explain(request, render(request, now)).withNotification(notification(request));
    }

    /** On a lock screen the first words have to do: the state, the device, who asked. */
    private TextLine notification(RescueRequest request) {
        String state = request.stage() instanceof Closed closed
                ? "notification.closed." + CommonTerms.key(closed.closeReason())
                : "short-stage." + CommonTerms.key(request.stage().getClass());
        String text = catalog.text(state);
        return catalog.line(
                "notification",
                Map.of(
                        "state",
                        new TextRun.Text(text.substring(0, 1).toUpperCase(catalog.language()) + text.substring(1)),
                        "device",
                        CommonTerms.device(request.device()),
                        "requester",
                        new TextRun.UserMention(request.plan().requester().slackUserId())));
    }

    private Message render(RescueRequest request, Instant now) {
        Stage stage = request.stage();
        if (stage instanceof AwaitingConfirmation waiting) return confirmation.render(request, waiting);
        if (stage instanceof AwaitingApproval waiting) return approval.render(request, waiting);
        if (stage instanceof Launching launching) return progress.launching(request, launching, now);
        if (stage instanceof Booting booting) return progress.booting(request, booting, now);
        if (stage instanceof InRescue in) return inRescue(request, in);
        if (stage instanceof Exiting exiting) return progress.exiting(request, exiting, now);
        if (stage instanceof Closed closed) return closed(request, closed);
        return readyToLaunch(request, (ReadyToLaunch) stage);
    }

    /** The review message of a request that used break-glass. */
    public Message review(RescueRequest request, Review open) {
        return drillMark.explain(request, review.render(request, open));
    }

    /** The message to an approver, with what decides and the buttons, which a link to the status message follows. */
    public Message approvalDirectMessage(RescueRequest request, AwaitingApproval waiting, SlackUserId approver) {
        return drillMark.explain(request, approval.renderForApprover(request, waiting, approver));
    }

    /** The message to an approver who has one with buttons already. */
    public Message approvalReminderDirectMessage(RescueRequest request, AwaitingApproval waiting) {
        return drillMark.explain(request, approval.reminderForApprover(request, waiting));
    }

    /** The message to an approver once the approval is over, with how it ended. */
    public Message approvalOverDirectMessage(RescueRequest request, TextLine outcome) {
        return drillMark.explain(request, approval.overForApprover(request, outcome));
    }

    /** The direct message about break-glass to the account's owners and the approvers. */
    public Message breakGlassDirectMessage(RescueRequest request, Review open) {
        return reviewDirectMessage("direct.break-glass", request, "reason", new TextRun.UntrustedText(open.reason()));
    }

    /** The direct message about an overdue review to those who were told of the break-glass. */
    public Message reviewOverdueDirectMessage(RescueRequest request, Review overdue) {
        return reviewDirectMessage("direct.review-overdue", request, "until", new TextRun.Timestamp(overdue.dueAt()));
    }

    private Message reviewDirectMessage(String phrase, RescueRequest request, String argument, TextRun value) {
        TextRun requester = new TextRun.UserMention(request.plan().requester().slackUserId());
        Map<String, TextRun> arguments =
                Map.of("requester", requester, "device", CommonTerms.device(request.device()), argument, value);
        return drillMark.explain(request, Message.of(catalog.line(phrase, arguments)));
    }

    /** The direct message to those who can take over a device whose responsible person cannot answer. */
    public Message unavailableDirectMessage(RescueRequest request, RescueEvent.ResponsibleUnavailable event) {
        return drillMark.explain(request, reminder.unavailableDirectMessage(request, event));
    }

    /** A message for somebody who gets it directly, because its channel takes none; an invitation helps a bot that was not invited. */
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
            return fields.titled(
                    "status-message.cleared.title",
                    request,
                    List.of(fields.summary(request), new ProgressSteps(catalog).ready(request), deadline));
        return fields.titled(
                "status-message.waiting.title",
                request,
                List.of(
                        new Paragraph(catalog.line("status-message.waiting.detail")),
                        fields.summary(request),
                        new ProgressSteps(catalog).ready(request),
                        deadline,
                        RowLayout.of(
                                buttons.button(Action.CANCEL, "button.take-back", request, Style.DEFAULT),
                                buttons.closeButton(request)),
                        new Context(catalog.line("status-message.waiting.take-back", arguments))));
    }

    private Message inRescue(RescueRequest request, InRescue in) {
        List<MessageBlock> messageBlocks = new ArrayList<>(List.of(fields.inRescue(request, in)));
        messageBlocks.add(new Context(catalog.line("status-message.in-rescue.password")));
        if (in.rescueBaseline().hostKey().isPresent())
            messageBlocks.add(new Context(catalog.line("status-message.in-rescue.host-key")));
        messageBlocks.add(new Context(catalog.line("status-message.in-rescue.deadline")));
        boolean exitPending = in.pendingExit().isPresent();
        if (exitPending) messageBlocks.add(new Paragraph(catalog.line("status-message.in-rescue.leaving")));
        List<Button> choices = new ArrayList<>(List.of(buttons.showAccessButton(request)));
        if (!exitPending) choices.add(buttons.exitButton(request, Action.EXIT, "button.exit", "exit.question.text"));
        boolean waits = in.pendingExit().filter(PendingExit::postponedNotified).isPresent();
        if (waits) choices.add(buttons.button(Action.CANCEL, "button.take-back", request, Style.DEFAULT));
        boolean stuck =
                StatusButtons.isStuck(request) || waits || in.otherHostKey().isPresent();
        if (stuck) choices.addAll(List.of(buttons.reportBackButton(request), buttons.closeButton(request)));
        messageBlocks.addAll(
                stuck
                        ? buttons.outcomes(request, choices.toArray(Button[]::new))
                        : List.of(RowLayout.of(choices.toArray(Button[]::new))));
        return fields.titled("status-message.in-rescue.title", request, messageBlocks);
    }

    private Message closed(RescueRequest request, Closed closed) {
        String title = "status-message.closed." + CommonTerms.key(closed.closeReason());
        return fields.titled(
                title,
                request,
                List.of(
                        closed.closeReason() == CloseReason.EXITED
                                ? fields.address(request)
                                : fields.summary(request)));
    }
}
