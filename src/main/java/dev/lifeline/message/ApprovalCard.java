package dev.lifeline.message;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Part.Choices;
import dev.lifeline.message.Part.Fact;
import dev.lifeline.message.Part.Facts;
import dev.lifeline.message.Part.Note;
import dev.lifeline.message.Part.Paragraph;
import dev.lifeline.rescue.Approvers;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Voting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has to agree, who has, who still can, until when, and what are they agreeing to? */
final class ApprovalCard {

    private final Phrasebook phrasebook;
    private final CardFacts facts;

    ApprovalCard(Phrasebook phrasebook, CardFacts facts) {
        this.phrasebook = phrasebook;
        this.facts = facts;
    }

    Message of(RescueRequest request, AwaitingApproval waiting) {
        Span requester = new Span.Mention(request.plan().requester().person());
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(phrasebook.line("card.approval.asked", Map.of("requester", requester))));
        parts.add(facts.full(request.plan()));
        parts.add(new Facts(agreement(request, waiting)));
        parts.add(new Choices(choices(request)));
        parts.add(new Note(count(request, waiting, requester)));
        parts.addAll(reminder(waiting));
        return Message.headed(
                phrasebook.line("card.approval.title", Map.of("device", Words.device(request.device()))), parts);
    }

    private List<Fact> agreement(RescueRequest request, AwaitingApproval waiting) {
        List<Fact> agreement = new ArrayList<>();
        String reason = waiting.confirmation().reason();
        if (!reason.isEmpty()) agreement.add(fact("fact.reason", Line.of(new Span.Foreign(reason))));
        List<SlackUserId> voters = voters(request.plan(), waiting);
        agreement.add(fact("fact.asked", whoMay(request.plan().clearance(), waiting)));
        agreement.add(fact("fact.approved", voters.isEmpty() ? phrasebook.line("none.yet") : people(voters)));
        stillCan(waiting, voters).ifPresent(left -> agreement.add(fact("fact.still-can", left)));
        agreement.add(fact("fact.rule", rule(request.plan().clearance())));
        return agreement;
    }

    private Line whoMay(Clearance clearance, AwaitingApproval waiting) {
        Approvers approvers = clearance.agreement().approvers();
        if (approvers.named() && !waiting.electorate().asked().isEmpty())
            return people(waiting.electorate().asked());
        return phrasebook.line(
                "card.approval.anybody",
                Map.of("permission", new Span.Strong(approvers.permission().portalName())));
    }

    private static List<SlackUserId> voters(Plan plan, AwaitingApproval waiting) {
        return waiting.votes().stream()
                .filter(vote -> vote.digest().equals(plan.digest()))
                .map(vote -> vote.by().person())
                .toList();
    }

    /** Worth a line only where some of those who were asked have answered. */
    private static Optional<Line> stillCan(AwaitingApproval waiting, List<SlackUserId> voters) {
        List<SlackUserId> left = waiting.electorate().asked().stream()
                .filter(person -> !voters.contains(person))
                .toList();
        return left.isEmpty() || voters.isEmpty() ? Optional.empty() : Optional.of(people(left));
    }

    private Line rule(Clearance clearance) {
        return phrasebook.line(
                "card.approval.rule",
                Map.of(
                        "rule", new Span.Foreign(clearance.rule()),
                        "version", new Span.Code(clearance.version())));
    }

    private static Line people(Collection<SlackUserId> people) {
        List<Span> spans = new ArrayList<>();
        for (SlackUserId person :
                people.stream().sorted(Comparator.comparing(SlackUserId::value)).toList()) {
            if (!spans.isEmpty()) spans.add(new Span.Words(" "));
            spans.add(new Span.Mention(person));
        }
        return new Line(spans);
    }

    private Line count(RescueRequest request, AwaitingApproval waiting, Span requester) {
        return phrasebook.line(
                "card.approval.count",
                Map.of(
                        "votes",
                        number(Voting.counted(request.plan(), waiting.votes())),
                        "quorum",
                        number(request.plan().clearance().quorum()),
                        "requester",
                        requester,
                        "until",
                        new Span.Moment(waiting.approveBy())));
    }

    private List<Part> reminder(AwaitingApproval waiting) {
        Optional<Part> note = waiting.remindAt()
                .map(at -> new Note(
                        waiting.electorate().later().isEmpty()
                                ? phrasebook.line("card.approval.reminder", Map.of("at", new Span.Moment(at)))
                                : widening(new Span.Moment(at), waiting)));
        return note.stream().toList();
    }

    private Line widening(Span at, AwaitingApproval waiting) {
        List<Span> spans = new ArrayList<>(
                phrasebook.line("card.approval.widens", Map.of("at", at)).spans());
        spans.add(new Span.Words(" "));
        spans.addAll(people(waiting.electorate().later()).spans());
        return new Line(spans);
    }

    private List<Choice> choices(RescueRequest request) {
        String id = request.id().value();
        String plan = id + "." + request.plan().digest();
        List<Choice> choices = new ArrayList<>(List.of(
                Choice.of(Action.APPROVE, phrasebook.words("button.approve"), plan, Weight.PRIMARY),
                Choice.of(Action.DENY, phrasebook.words("button.deny"), id, Weight.PLAIN)
                        .filledIn(),
                Choice.of(Action.APPROVE, phrasebook.words("button.approve.comment"), plan, Weight.PLAIN)
                        .filledIn(),
                Choice.of(Action.CANCEL, phrasebook.words("button.withdraw"), id, Weight.PLAIN)));
        if (request.plan().clearance().agreement().breakGlass().isPresent())
            choices.add(Choice.of(Action.BREAK_GLASS, phrasebook.words("button.break-glass"), id, Weight.DANGER)
                    .filledIn());
        return choices;
    }

    private Fact fact(String label, Line value) {
        return new Fact(phrasebook.words(label), value);
    }

    private static Span number(int value) {
        return new Span.Words(Integer.toString(value));
    }
}
