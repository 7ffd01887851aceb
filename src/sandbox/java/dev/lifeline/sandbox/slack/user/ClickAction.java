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

/** A person presses a button or chooses in an element, on a message or in a view. */
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
        ElementRef pressed = reachableElements.find(actionContext, actionContext.text("presses").orElse(""));
        if (!actionContext.request().path("confirmed").asBoolean(true)) return cancelled(pressed);
        BlockElement element = pressed.element();
        JsonNode value = element.type().equals("button") ? Json.NULL : elementValues.parse(element, chosenValue(actionContext, element));
        ObjectNode all = storeValue(actionContext, pressed, value);
        if (!element.dispatchesAction()) return ActionResult.notDelivered(Optional.empty());
        Ack ack = delivery.blockActions(actionContext.user(), refreshed(pressed.container()), element, value, all)
                .get();
        return ActionResult.delivered(ack, showError(ack, actionContext));
    }

    private static ActionResult cancelled(ElementRef pressed) throws ImpossibleActionException {
        if (!pressed.hasConfirmDialog()) throw new ImpossibleActionException("\"" + pressed.label() + "\" asks for no confirmation", List.of());
        return ActionResult.notDelivered(Optional.empty());
    }

    private static JsonNode chosenValue(ActionContext actionContext, BlockElement element) throws ImpossibleActionException {
        if (actionContext.request().has("value")) return actionContext.request().path("value");
        throw new ImpossibleActionException("\"" + element.actionId() + "\" wants a \"value\"", List.of());
    }

    /** Keeps what was chosen, and tells what all elements around hold now. */
    private ObjectNode storeValue(ActionContext actionContext, ElementRef pressed, JsonNode value) {
        BlockElement element = pressed.element();
        boolean keeps = !element.type().equals("button") && !element.type().equals("overflow");
        Optional<ObjectNode> put = Optional.of(elementValues.stateEntry(element, value)).filter(any -> keeps);
        return pressed.container().match(on -> messageInputs.update(actionContext.user(), on.message(), element, put), in -> {
            ObjectNode all = in.view().values().deepCopy();
            put.ifPresent(state -> StateValues.setValue(all, element, state));
            workspace.views().setValues(in.view(), all);
            return all;
        });
    }

    /** The view as it is after the value was put in. */
    private InteractionContainer refreshed(InteractionContainer interactionContainer) {
        return interactionContainer.match(
                on -> on,
                in -> new InteractionContainer.InView(workspace.views().find(in.view().id()).orElse(in.view())));
    }

    private Optional<String> showError(Ack ack, ActionContext actionContext) {
        Optional<String> trouble = ErrorNotice.forClick(ack);
        trouble.ifPresent(
                text -> workspace.visibleState().notices().add(actionContext.user().id(), actionContext.channelId(), text));
        return trouble;
    }
}
