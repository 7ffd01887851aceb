package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.delivery.InteractionContainer;
import dev.lifeline.sandbox.slack.workspace.Elements;
import dev.lifeline.sandbox.slack.workspace.StateValues;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A person fills the open modal and submits it. */
final class SubmitAction implements UserAction {

    private final Workspace workspace;
    private final AppDelivery delivery;
    private final ElementValues elementValues;
    private final SubmissionResponses submissionResponses;

    SubmitAction(Workspace workspace, AppDelivery delivery, ElementValues elementValues, SubmissionResponses submissionResponses) {
        this.workspace = workspace;
        this.delivery = delivery;
        this.elementValues = elementValues;
        this.submissionResponses = submissionResponses;
    }

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        View open = topModal(actionContext);
        if (!open.definition().hasNonNull("submit")) throw new ImpossibleActionException("the modal has nothing to submit", List.of());
        View filled = fillIn(open, actionContext.request().path("submits"));
        Optional<String> objection = FormValidation.validationError(filled);
        if (objection.isPresent()) return ActionResult.notDelivered(objection);
        Ack ack = delivery.viewSubmission(actionContext.user(), filled).get();
        Optional<String> trouble = ErrorNotice.forSubmission(ack);
        Optional<String> shown = trouble.isPresent() ? trouble : submissionResponses.apply(filled, ack);
        shown.ifPresent(text -> workspace.visibleState().notices().add(actionContext.user().id(), Optional.empty(), text));
        return ActionResult.delivered(ack, shown);
    }

    private View topModal(ActionContext actionContext) throws ImpossibleActionException {
        return workspace
                .views()
                .topModal(actionContext.user().id())
                .orElseThrow(() -> new ImpossibleActionException(actionContext.user().handle() + " has no modal open", List.of()));
    }

    private View fillIn(View view, JsonNode wishes) throws ImpossibleActionException {
        ObjectNode all = view.values().deepCopy();
        for (Map.Entry<String, JsonNode> wish : wishes.properties()) {
            Elements.BlockElement element = findField(view, wish.getKey());
            StateValues.setValue(all, element, elementValues.stateEntry(element, elementValues.parse(element, wish.getValue())));
        }
        return workspace.views().setValues(view, all).orElse(view);
    }

    private static Elements.BlockElement findField(View view, String name) throws ImpossibleActionException {
        List<ElementRef> fields = Elements.findAll(view.definition().path("blocks")).stream()
                .map(element -> new ElementRef(new InteractionContainer.InView(view), element))
                .toList();
        for (var fits : ElementRef.NAME_MATCHERS) {
            Optional<ElementRef> found =
                    fields.stream().filter(one -> fits.test(one, name)).findFirst();
            if (found.isPresent()) return found.get().element();
        }
        throw new ImpossibleActionException(
                "the modal has no field \"" + name + "\"",
                fields.stream().map(ElementRef::label).toList());
    }
}
