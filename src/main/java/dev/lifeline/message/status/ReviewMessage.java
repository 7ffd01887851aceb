package dev.lifeline.message.status;

import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Field;
import dev.lifeline.message.model.MessageBlock.Fields;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.Review.SignOff;
import java.util.List;
import java.util.Map;

/** The review message of a request that used break-glass; pending until a user other than the requester signs it off. */
final class ReviewMessage {

    private final MessageCatalog catalog;
    private final CommonTerms terms;

    ReviewMessage(CommonTerms terms) {
        this.catalog = terms.catalog();
        this.terms = terms;
    }

    Message render(RescueRequest request, Review review) {
        return review.signOff()
                .map(signOff -> signedReview(request, review, signOff))
                .orElseGet(() -> pendingReview(request, review));
    }

    private Message pendingReview(RescueRequest request, Review review) {
        Button sign = Button.of(
                Action.SIGN_REVIEW,
                catalog.text("button.sign-review"),
                request.id().value(),
                Style.PRIMARY);
        return Message.withHeader(
                title("status-message.review.title", request),
                List.of(
                        new Paragraph(catalog.line("status-message.review.text", requesterArguments(request))),
                        fields(request, review),
                        new Buttons(List.of(sign)),
                        new Context(catalog.line(
                                review.overdueNotified()
                                        ? "status-message.review.overdue"
                                        : "status-message.review.until",
                                Map.of("until", new TextRun.Timestamp(review.dueAt()))))));
    }

    private Message signedReview(RescueRequest request, Review review, SignOff signOff) {
        TextRun by = new TextRun.UserMention(signOff.reviewer().slackUserId());
        return Message.withHeader(
                title("status-message.review.signed", request),
                List.of(
                        fields(request, review),
                        new Context(catalog.line(
                                "status-message.review.signed-by",
                                Map.of("person", by, "at", new TextRun.Timestamp(signOff.signedOffAt()))))));
    }

    private Fields fields(RescueRequest request, Review review) {
        return new Fields(List.of(
                field(
                        "field.asked-by",
                        new TextRun.UserMention(request.plan().requester().slackUserId())),
                field("field.reason", terms.internal(new TextRun.UntrustedText(review.reason()))),
                field("field.since", new TextRun.Timestamp(review.breakGlassAt()))));
    }

    private static Map<String, TextRun> requesterArguments(RescueRequest request) {
        return Map.of(
                "requester", new TextRun.UserMention(request.plan().requester().slackUserId()));
    }

    private TextLine title(String key, RescueRequest request) {
        return catalog.line(key, Map.of("device", CommonTerms.device(request.device())));
    }

    private Field field(String label, TextRun value) {
        return new Field(catalog.text(label), TextLine.of(value));
    }
}
