package dev.lifeline.message.status;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Field;
import dev.lifeline.message.model.MessageBlock.Fields;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.reply.ApprovalButtons;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The status message of a request that awaits approval: the device, the votes so far, who can still vote and until when. */
final class ApprovalMessage {

    private final MessageCatalog catalog;
    private final MessageFields fields;
    private final CommonTerms terms;

    ApprovalMessage(CommonTerms terms, MessageFields fields) {
        this.catalog = terms.catalog();
        this.fields = fields;
        this.terms = terms;
    }

    Message render(RescueRequest request, AwaitingApproval waiting) {
        TextRun requester = requester(request);
        List<MessageBlock> messageBlocks = new ArrayList<>();
        messageBlocks.add(new Paragraph(catalog.line("status-message.approval.asked", Map.of("requester", requester))));
        messageBlocks.add(fields.all(request.plan()));
        messageBlocks.add(new Fields(approvalFields(request, waiting)));
        messageBlocks.add(new ProgressSteps(catalog).awaitingApproval(request));
        messageBlocks.add(new ApprovalButtons(catalog).row(request));
        messageBlocks.add(new Context(voteCount(request, waiting, requester)));
        waiting.approvers()
                .unpinged()
                .map(others -> new Context(
                        catalog.line("status-message.approval.unpinged", Map.of("count", number(others.size())))))
                .ifPresent(messageBlocks::add);
        messageBlocks.addAll(reminder(waiting));
        return Message.withHeader(
                catalog.line("status-message.approval.title", Map.of("device", CommonTerms.device(request.device()))),
                messageBlocks);
    }

    /** The same for one approver, with buttons unless they have voted. */
    Message renderForApprover(RescueRequest request, AwaitingApproval waiting, SlackUserId approver) {
        List<SlackUserId> voters = approvedBy(request.plan(), waiting);
        List<Field> facts = new ArrayList<>(reason(waiting));
        facts.add(field("field.approved", voters.isEmpty() ? catalog.line("none.yet") : mentions(voters)));
        facts.add(field("field.rule", policyRule(request.plan().requirements())));
        List<MessageBlock> blocks = new ArrayList<>(List.of(fields.all(request.plan()), new Fields(facts)));
        if (!voters.contains(approver)) blocks.add(new ApprovalButtons(catalog).vote(request));
        blocks.add(new Context(voteCount(request, waiting, requester(request))));
        return Message.withHeader(directLine("direct.approval", request), blocks);
    }

    /** Asks an approver again whose message with the buttons stands above. */
    Message reminderForApprover(RescueRequest request, AwaitingApproval waiting) {
        return Message.of(catalog.line(
                "direct.approval.again",
                Map.of(
                        "requester",
                        requester(request),
                        "device",
                        CommonTerms.device(request.device()),
                        "until",
                        new TextRun.Timestamp(waiting.approveBy()))));
    }

    /** Tells an approver how the approval ended. */
    Message overForApprover(RescueRequest request, TextLine outcome) {
        return Message.withHeader(
                directLine("direct.approval.over", request), List.of(new Paragraph(outcome), fields.summary(request)));
    }

    private TextLine directLine(String key, RescueRequest request) {
        return catalog.line(
                key, Map.of("requester", requester(request), "device", CommonTerms.device(request.device())));
    }

    private static TextRun requester(RescueRequest request) {
        return new TextRun.UserMention(request.plan().requester().slackUserId());
    }

    private List<Field> reason(AwaitingApproval waiting) {
        String reason = waiting.confirmation().reason();
        return reason.isEmpty()
                ? List.of()
                : List.of(field("field.reason", TextLine.of(terms.internal(new TextRun.UntrustedText(reason)))));
    }

    private List<Field> approvalFields(RescueRequest request, AwaitingApproval waiting) {
        List<Field> fields = new ArrayList<>(reason(waiting));
        List<SlackUserId> voters = approvedBy(request.plan(), waiting);
        fields.add(field("field.asked", eligibleApprovers(request.plan().requirements(), waiting)));
        fields.add(field("field.approved", voters.isEmpty() ? catalog.line("none.yet") : mentions(voters)));
        pendingApprovers(waiting, voters).ifPresent(left -> fields.add(field("field.still-can", left)));
        fields.add(field("field.rule", policyRule(request.plan().requirements())));
        return fields;
    }

    private TextLine eligibleApprovers(PolicyRequirements policyRequirements, AwaitingApproval waiting) {
        ApproverSelector approverSelector = policyRequirements.approval().approverSelector();
        if (approverSelector.isExplicit() && !waiting.approvers().requested().isEmpty())
            return mentions(waiting.approvers().requested());
        return catalog.line(
                "status-message.approval.anybody",
                Map.of(
                        "permission",
                        new TextRun.Bold(approverSelector.permission().portalName())));
    }

    private static List<SlackUserId> approvedBy(Plan plan, AwaitingApproval waiting) {
        return waiting.votes().stream()
                .filter(vote -> vote.planDigest().equals(plan.digest()))
                .map(vote -> vote.voter().slackUserId())
                .toList();
    }

    /** The requested approvers who have not voted; empty while none has voted or once all have. */
    private static Optional<TextLine> pendingApprovers(AwaitingApproval waiting, List<SlackUserId> voters) {
        List<SlackUserId> left = waiting.approvers().requested().stream()
                .filter(person -> !voters.contains(person))
                .toList();
        return left.isEmpty() || voters.isEmpty() ? Optional.empty() : Optional.of(mentions(left));
    }

    private TextLine policyRule(PolicyRequirements policyRequirements) {
        return terms.internal(catalog.line(
                "status-message.approval.rule",
                Map.of(
                        "rule", new TextRun.UntrustedText(policyRequirements.ruleName()),
                        "version", new TextRun.Code(policyRequirements.policyVersion()))));
    }

    private static TextLine mentions(Collection<SlackUserId> users) {
        List<TextRun> textRuns = new ArrayList<>();
        for (SlackUserId person :
                users.stream().sorted(Comparator.comparing(SlackUserId::value)).toList()) {
            if (!textRuns.isEmpty()) textRuns.add(new TextRun.Text(" "));
            textRuns.add(new TextRun.UserMention(person));
        }
        return new TextLine(textRuns);
    }

    private TextLine voteCount(RescueRequest request, AwaitingApproval waiting, TextRun requester) {
        return catalog.line(
                "status-message.approval.count",
                Map.of(
                        "votes",
                        number(ApprovalTransitions.countVotes(request.plan(), waiting.votes())),
                        "quorum",
                        number(request.plan().requirements().quorum()),
                        "requester",
                        requester,
                        "until",
                        new TextRun.Timestamp(waiting.approveBy())));
    }

    private List<MessageBlock> reminder(AwaitingApproval waiting) {
        Optional<MessageBlock> note = waiting.remindAt()
                .map(at -> new Context(
                        waiting.approvers().escalation().isEmpty()
                                ? catalog.line(
                                        "status-message.approval.reminder", Map.of("at", new TextRun.Timestamp(at)))
                                : escalationLine(new TextRun.Timestamp(at), waiting)));
        return note.stream().toList();
    }

    private TextLine escalationLine(TextRun at, AwaitingApproval waiting) {
        List<TextRun> textRuns = new ArrayList<>(
                catalog.line("status-message.approval.widens", Map.of("at", at)).runs());
        textRuns.add(new TextRun.Text(" "));
        textRuns.addAll(mentions(waiting.approvers().escalation()).runs());
        return new TextLine(textRuns);
    }

    private Field field(String label, TextLine value) {
        return new Field(catalog.text(label), value);
    }

    private static TextRun number(int value) {
        return new TextRun.Text(Integer.toString(value));
    }
}
