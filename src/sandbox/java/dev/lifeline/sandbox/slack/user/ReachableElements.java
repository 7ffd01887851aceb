package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.InteractionContainer;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Elements;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The elements a user can click or fill: of the top modal, then of messages from the newest, then of the App Home. */
record ReachableElements(Workspace workspace) {

    List<ElementRef> elementsOf(ActionContext actionContext) {
        Optional<String> messageTs = actionContext.text("message");
        Stream<ElementRef> messages = actionContext.channel().stream().flatMap(channel -> inMessages(actionContext, channel, messageTs));
        if (messageTs.isPresent()) return messages.toList();
        String userId = actionContext.user().id();
        Stream<ElementRef> modal = workspace.views().topModal(userId).stream().flatMap(ReachableElements::inView);
        Stream<ElementRef> home = workspace.views().homeView(userId).stream().flatMap(ReachableElements::inView);
        return Stream.of(modal, messages, home).flatMap(refs -> refs).toList();
    }

    private Stream<ElementRef> inMessages(ActionContext actionContext, Channel channel, Optional<String> messageTs) {
        List<Message> newestFirst = new ArrayList<>(workspace.messageLog().messagesIn(channel.id()));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(message -> message.isVisibleTo(actionContext.user().id()))
                .filter(message -> messageTs.map(message.ts()::equals).orElse(true))
                .flatMap(message -> elementsOf(
                        new InteractionContainer.OnMessage(channel, message),
                        message.content().blocks()));
    }

    private static Stream<ElementRef> inView(View view) {
        return elementsOf(new InteractionContainer.InView(view), view.definition().path("blocks"));
    }

    private static Stream<ElementRef> elementsOf(InteractionContainer container, JsonNode blocks) {
        return Elements.findAll(blocks).stream().map(element -> new ElementRef(container, element));
    }

    /**
     * Finds the element that a request names.
     *
     * @throws ImpossibleActionException where none matches, with the labels that exist
     */
    ElementRef find(ActionContext actionContext, String name) throws ImpossibleActionException {
        List<ElementRef> all = elementsOf(actionContext);
        return ElementRef.findByName(all, name)
                .orElseThrow(() -> new ImpossibleActionException(
                        actionContext.user().handle() + " sees no element named \"" + name + "\"",
                        all.stream().flatMap(ElementRef::labels).distinct().toList()));
    }
}
