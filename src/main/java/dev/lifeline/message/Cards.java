package dev.lifeline.message;

import dev.lifeline.message.Choice.Question;
import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Part.Note;
import dev.lifeline.message.Part.Paragraph;
import dev.lifeline.rescue.Ending;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.Returning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What does a request's card show in the stage it is in? One card a request, edited in place. */
public final class Cards {

    private final Phrasebook phrasebook;
    private final CardFacts facts;
    private final ConfirmationCard confirmation;
    private final ApprovalCard approval;
    private final ReviewCard review;

    public Cards(Phrasebook phrasebook) {
        Words words = new Words(phrasebook);
        this.phrasebook = phrasebook;
        this.facts = new CardFacts(words);
        this.confirmation = new ConfirmationCard(phrasebook, facts);
        this.approval = new ApprovalCard(phrasebook, facts);
        this.review = new ReviewCard(phrasebook);
    }

    public Message card(RescueRequest request) {
        Stage stage = request.stage();
        if (stage instanceof AwaitingConfirmation waiting) return confirmation.of(request, waiting);
        if (stage instanceof AwaitingApproval waiting) return approval.of(request, waiting);
        if (stage instanceof Launching launching) return launching(request, launching);
        if (stage instanceof Booting booting) return booting(request, booting);
        if (stage instanceof InRescue in) return inRescue(request, in);
        if (stage instanceof Returning returning) return returning(request, returning);
        if (stage instanceof Closed closed) return closed(request, closed);
        return headed("card.cleared.title", request, List.of(facts.brief(request)));
    }

    /** The second card of a request whose glass was broken. */
    public Message review(RescueRequest request, Review open) {
        return review.of(request, open);
    }

    /** What an approver reads in their own talk with the bot, above the link to the card. */
    public Message askedDirectly(RescueRequest request) {
        return Message.saying(phrasebook.line(
                "direct.approval",
                Map.of(
                        "requester",
                        new Span.Mention(request.plan().requester().person()),
                        "device",
                        Words.device(request.device()))));
    }

    /** What the account's owners and the approvers read when the glass was broken. */
    public Message glassDirectly(RescueRequest request, Review open) {
        return Message.saying(phrasebook.line(
                "direct.glass",
                Map.of(
                        "requester",
                        new Span.Mention(request.plan().requester().person()),
                        "device",
                        Words.device(request.device()),
                        "reason",
                        new Span.Foreign(open.reason()))));
    }

    /** The words of a link to a card. */
    public String link() {
        return phrasebook.words("direct.link");
    }

    private Message launching(RescueRequest request, Launching launching) {
        String detail = launching.confirmed() ? "card.launching.confirmed" : "card.launching.unconfirmed";
        return headed(
                "card.launching.title", request, List.of(new Paragraph(phrasebook.line(detail)), facts.brief(request)));
    }

    private Message booting(RescueRequest request, Booting booting) {
        List<Part> parts = new ArrayList<>(List.of(facts.booting(request, booting)));
        if (booting.stalledSaid()) parts.add(new Paragraph(phrasebook.line("card.booting.stalled")));
        if (booting.finishedAt().isPresent() || booting.stalledSaid()) {
            parts.add(
                    choices(showAccess(request), choice(Action.LOGGED_IN, "button.logged-in", request, Weight.PLAIN)));
            parts.add(new Note(phrasebook.line("card.booting.logged-in")));
        }
        return headed("card.booting.title", request, parts);
    }

    private Message inRescue(RescueRequest request, InRescue in) {
        List<Part> parts = new ArrayList<>(List.of(facts.inRescue(request, in)));
        parts.add(new Note(phrasebook.line("card.in-rescue.password")));
        if (in.inRescue().hostKey().isPresent()) parts.add(new Note(phrasebook.line("card.in-rescue.host-key")));
        if (in.leave().isPresent()) {
            parts.add(new Paragraph(phrasebook.line("card.in-rescue.leaving")));
            parts.add(choices(showAccess(request)));
        } else parts.add(choices(showAccess(request), end(request, Action.END, "button.end", "end.question.text")));
        return headed("card.in-rescue.title", request, parts);
    }

    private Message returning(RescueRequest request, Returning returning) {
        List<Part> parts = new ArrayList<>(List.of(new Paragraph(phrasebook.line("card.returning.detail"))));
        if (returning.overdueSaid()) {
            parts.add(new Paragraph(phrasebook.line("card.returning.overdue")));
            parts.add(choices(end(request, Action.END_HARD, "button.end.hard", "end.hard.question.text")));
        }
        return headed("card.returning.title", request, parts);
    }

    private Message closed(RescueRequest request, Closed closed) {
        String title = "card.closed." + Words.lower(closed.ending());
        return headed(
                title,
                request,
                List.of(closed.ending() == Ending.RETURNED ? facts.address(request) : facts.brief(request)));
    }

    private Choice showAccess(RescueRequest request) {
        return choice(Action.SHOW_ACCESS, "button.show-access", request, Weight.PRIMARY);
    }

    private Choice end(RescueRequest request, Action action, String label, String text) {
        Line question = phrasebook.line(text, Map.of("device", Words.device(request.device())));
        return choice(action, label, request, Weight.DANGER)
                .asking(new Question(
                        phrasebook.words("end.question.title"),
                        question.plain(),
                        phrasebook.words("end.question.yes"),
                        phrasebook.words("end.question.no")));
    }

    private Choice choice(Action action, String label, RescueRequest request, Weight weight) {
        return Choice.of(action, phrasebook.words(label), request.id().value(), weight);
    }

    private static Part choices(Choice... choices) {
        return new Part.Choices(List.of(choices));
    }

    private Message headed(String title, RescueRequest request, List<Part> parts) {
        return Message.headed(phrasebook.line(title, Map.of("device", Words.device(request.device()))), parts);
    }
}
