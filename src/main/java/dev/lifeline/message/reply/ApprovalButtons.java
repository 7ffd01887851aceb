package dev.lifeline.message.reply;

import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.rescue.RescueRequest;

/** The buttons of a request that awaits approval. */
public final class ApprovalButtons {

    private final MessageCatalog catalog;

    public ApprovalButtons(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** A vote for the plan that the message shows. */
    public Button approve(RescueRequest request) {
        return Button.of(Action.APPROVE, catalog.text("button.approve"), plan(request), Style.PRIMARY);
    }

    /** A vote against it, with a reason. */
    public Button deny(RescueRequest request) {
        return Button.of(Action.DENY, catalog.text("button.deny"), request.id().value(), Style.DEFAULT)
                .withForm();
    }

    /** A vote for the plan, with a comment. */
    public Button approveWithComment(RescueRequest request) {
        return Button.of(Action.APPROVE, catalog.text("button.approve.comment"), plan(request), Style.DEFAULT)
                .withForm();
    }

    private static String plan(RescueRequest request) {
        return request.id().value() + "." + request.plan().digest();
    }
}
