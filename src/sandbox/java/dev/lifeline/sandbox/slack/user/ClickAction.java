package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.delivery.InteractionContainer;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import dev.lifeline.sandbox.slack.workspace.StateValues;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A user clicks a button or chooses a value in an element, on a message or in a view. */
final class ClickAction implements UserAction {

    private final Workspace workspace;
    private final AppDelivery delivery;
    private final ReachableElements reachableElements;
    private final ElementValues elementValues;
    private final MessageInputs messageInputs = new MessageInputs();

    ClickAction(Workspace workspace, AppDelivery delivery, ElementValues elementValues) {
        this.workspace = workspace;
        this.delivery = delivery;
        this.reachableElements = new ReachableElements(workspace);
        this.elementValues = elementValues;
    }

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        ElementRef target = reachableElements.find(actionContext, actionContext.text("presses").orElse(""));
        if (!actionContext.request().path("confirmed").asBoolean(true)) return cancelled(target);
        BlockElement element = target.element();
        JsonNode value = element.type().equals("button") ? Json.NULL : elementValues.parse(element, chosenValue(actionContext, target));
        ObjectNode values = storeValue(actionContext, target, value);
        if (!element.dispatchesAction()) return ActionResult.notDelivered(Optional.empty());
        Ack ack = delivery.blockActions(actionContext.user(), refreshed(target.container()), element, value, values)
                .get();
        return ActionResult.delivered(ack, showError(ack, actionContext));
    }

    private static ActionResult cancelled(ElementRef target) throws ImpossibleActionException {
        if (!target.hasConfirmDialog()) throw new ImpossibleActionException("\"" + target.label() + "\" has no confirmation dialog", List.of());
        return ActionResult.notDelivered(Optional.empty());
    }

    private static JsonNode chosenValue(ActionContext actionContext, ElementRef target) throws ImpossibleActionException {
        if (actionContext.request().has("value")) return actionContext.request().path("value");
        if (target.menuLabels().contains(actionContext.text("presses").orElse(""))) return actionContext.request().path("presses");
        throw new ImpossibleActionException("\"" + target.element().actionId() + "\" needs a \"value\"", List.of());
    }

    /** Stores the value and returns the values of all elements in the same container. */
    private ObjectNode storeValue(ActionContext actionContext, ElementRef target, JsonNode value) {
        BlockElement element = target.element();
        boolean stateful = !element.type().equals("button") && !element.type().equals("overflow");
        Optional<ObjectNode> stateEntry = Optional.of(elementValues.stateEntry(element, value)).filter(any -> stateful);
        return target.container().match(on -> messageInputs.update(actionContext.user(), on.message(), element, stateEntry), in -> {
            ObjectNode values = in.view().values().deepCopy();
            stateEntry.ifPresent(state -> StateValues.setValue(values, element, state));
            workspace.views().setValues(in.view(), values);
            return values;
        });
    }

    /** Returns the view as it is after the value was stored. */
    private InteractionContainer refreshed(InteractionContainer container) {
        return container.match(
                on -> on,
                in -> new InteractionContainer.InView(workspace.views().find(in.view().id()).orElse(in.view())));
    }

    private Optional<String> showError(Ack ack, ActionContext actionContext) {
        Optional<String> notice = ErrorNotice.forClick(ack);
        notice.ifPresent(
                text -> workspace.visibleState().notices().add(actionContext.user().id(), actionContext.channelId(), text));
        return notice;
    }
}
