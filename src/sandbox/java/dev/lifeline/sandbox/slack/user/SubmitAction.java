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

/** A user fills in the open modal and submits it. */
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
        View open = actionContext.requireTopModal(workspace.views());
        if (!open.definition().hasNonNull("submit")) throw new ImpossibleActionException("the modal has no submit button", List.of());
        View filled = fillIn(open, actionContext.request().path("submits"));
        Optional<String> validationError = FormValidation.validationError(filled);
        if (validationError.isPresent()) return ActionResult.notDelivered(validationError);
        Ack ack = delivery.viewSubmission(actionContext.user(), filled).get();
        Optional<String> notice = ErrorNotice.forSubmission(ack);
        Optional<String> shown = notice.isPresent() ? notice : submissionResponses.apply(filled, ack);
        shown.ifPresent(text -> workspace.visibleState().notices().add(actionContext.user().id(), Optional.empty(), text));
        return ActionResult.delivered(ack, shown);
    }

    private View fillIn(View view, JsonNode request) throws ImpossibleActionException {
        ObjectNode values = view.values().deepCopy();
        for (Map.Entry<String, JsonNode> field : request.properties()) {
            Elements.BlockElement element = findField(view, field.getKey());
            StateValues.setValue(values, element, elementValues.stateEntry(element, elementValues.parse(element, field.getValue())));
        }
        return workspace.views().setValues(view, values).orElse(view);
    }

    private static Elements.BlockElement findField(View view, String name) throws ImpossibleActionException {
        List<ElementRef> fields = Elements.findAll(view.definition().path("blocks")).stream()
                .map(element -> new ElementRef(new InteractionContainer.InView(view), element))
                .toList();
        return ElementRef.findByName(fields, name)
                .map(ElementRef::element)
                .orElseThrow(() -> new ImpossibleActionException(
                        "the modal has no field \"" + name + "\"",
                        fields.stream().map(ElementRef::label).toList()));
    }
}
