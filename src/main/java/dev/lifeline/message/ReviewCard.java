package dev.lifeline.message;

import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Part.Choices;
import dev.lifeline.message.Part.Fact;
import dev.lifeline.message.Part.Facts;
import dev.lifeline.message.Part.Note;
import dev.lifeline.message.Part.Paragraph;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.Review.Signature;
import java.util.List;
import java.util.Map;

/** Was it right to go ahead without the others? Stays open until somebody other than the requester has signed. */
final class ReviewCard {

    private final Phrasebook phrasebook;

    ReviewCard(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    Message of(RescueRequest request, Review review) {
        return review.signed()
                .map(signature -> signed(request, review, signature))
                .orElseGet(() -> open(request, review));
    }

    private Message open(RescueRequest request, Review review) {
        Choice sign = Choice.of(
                Action.SIGN_REVIEW,
                phrasebook.words("button.sign-review"),
                request.id().value(),
                Weight.PRIMARY);
        return Message.headed(
                title("card.review.title", request),
                List.of(
                        new Paragraph(phrasebook.line("card.review.text", requester(request))),
                        facts(request, review),
                        new Choices(List.of(sign)),
                        new Note(phrasebook.line(
                                review.overdueSaid() ? "card.review.overdue" : "card.review.until",
                                Map.of("until", new Span.Moment(review.by()))))));
    }

    private Message signed(RescueRequest request, Review review, Signature signature) {
        Span by = new Span.Mention(signature.by().person());
        return Message.headed(
                title("card.review.signed", request),
                List.of(
                        facts(request, review),
                        new Note(phrasebook.line(
                                "card.review.signed-by",
                                Map.of("person", by, "at", new Span.Moment(signature.at()))))));
    }

    private Facts facts(RescueRequest request, Review review) {
        return new Facts(List.of(
                fact(
                        "fact.asked-by",
                        new Span.Mention(request.plan().requester().person())),
                fact("fact.reason", new Span.Foreign(review.reason())),
                fact("fact.since", new Span.Moment(review.brokenAt()))));
    }

    private static Map<String, Span> requester(RescueRequest request) {
        return Map.of("requester", new Span.Mention(request.plan().requester().person()));
    }

    private Line title(String key, RescueRequest request) {
        return phrasebook.line(key, Map.of("device", Words.device(request.device())));
    }

    private Fact fact(String label, Span value) {
        return new Fact(phrasebook.words(label), Line.of(value));
    }
}
