package dev.lifeline.message.reply;

import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Menu;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons of a request that awaits approval. */
public final class ApprovalButtons {

    private final MessageCatalog catalog;

    public ApprovalButtons(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** What an approver does at once, and in the menu what is rarer or is the requester's. */
    public Buttons row(RescueRequest request) {
        List<Button> menu = new ArrayList<>(List.of(approveWithComment(request), withdraw(request)));
        if (request.plan().requirements().approval().breakGlassAllowance().isPresent()) menu.add(breakGlass(request));
        return new Buttons(List.of(approve(request), deny(request)), Optional.of(new Menu(menu)));
    }

    /** What a single approver does at once. */
    public Buttons vote(RescueRequest request) {
        return new Buttons(
                List.of(approve(request), deny(request)), Optional.of(new Menu(List.of(approveWithComment(request)))));
    }

    /** A vote for the plan that the message shows. */
    private Button approve(RescueRequest request) {
        return Button.of(Action.APPROVE, catalog.text("button.approve"), plan(request), Style.PRIMARY);
    }

    /** A vote against it, with a reason. */
    private Button deny(RescueRequest request) {
        return Button.of(Action.DENY, catalog.text("button.deny"), request.id().value(), Style.DEFAULT)
                .withForm();
    }

    /** A vote for the plan, with a comment. */
    private Button approveWithComment(RescueRequest request) {
        return Button.of(Action.APPROVE, catalog.text("button.approve.comment"), plan(request), Style.DEFAULT)
                .withForm();
    }

    private Button withdraw(RescueRequest request) {
        return Button.of(
                Action.CANCEL, catalog.text("button.withdraw"), request.id().value(), Style.DEFAULT);
    }

    private Button breakGlass(RescueRequest request) {
        return Button.of(
                        Action.BREAK_GLASS,
                        catalog.text("button.break-glass"),
                        request.id().value(),
                        Style.DANGER)
                .withForm();
    }

    private static String plan(RescueRequest request) {
        return request.id().value() + "." + request.plan().digest();
    }
}
