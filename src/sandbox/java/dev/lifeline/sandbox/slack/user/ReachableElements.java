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

/** What can a person reach to press or fill: the top modal, then messages, the newest first, then the App Home? */
record ReachableElements(Workspace workspace) {

    List<ElementRef> elementsOf(ActionContext actionContext) {
        Optional<String> onlyOn = actionContext.text("message");
        Stream<ElementRef> messages = actionContext.channel().stream().flatMap(channel -> inMessages(actionContext, channel, onlyOn));
        if (onlyOn.isPresent()) return messages.toList();
        String person = actionContext.user().id();
        Stream<ElementRef> modal = workspace.views().topModal(person).stream().flatMap(ReachableElements::inView);
        Stream<ElementRef> home = workspace.views().homeView(person).stream().flatMap(ReachableElements::inView);
        return Stream.of(modal, messages, home).flatMap(any -> any).toList();
    }

    private Stream<ElementRef> inMessages(ActionContext actionContext, Channel channel, Optional<String> onlyOn) {
        List<Message> newestFirst = new ArrayList<>(workspace.messageLog().messagesIn(channel.id()));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(message -> message.isVisibleTo(actionContext.user().id()))
                .filter(message -> onlyOn.map(message.ts()::equals).orElse(true))
                .flatMap(message -> elementsOf(
                        new InteractionContainer.OnMessage(channel, message),
                        message.content().blocks()));
    }

    private static Stream<ElementRef> inView(View view) {
        return elementsOf(new InteractionContainer.InView(view), view.definition().path("blocks"));
    }

    private static Stream<ElementRef> elementsOf(InteractionContainer interactionContainer, JsonNode blocks) {
        return Elements.findAll(blocks).stream().map(element -> new ElementRef(interactionContainer, element));
    }

    /** The one that is meant. */
    ElementRef find(ActionContext actionContext, String name) throws ImpossibleActionException {
        List<ElementRef> all = elementsOf(actionContext);
        for (var fits : ElementRef.NAME_MATCHERS) {
            Optional<ElementRef> found =
                    all.stream().filter(one -> fits.test(one, name)).findFirst();
            if (found.isPresent()) return found.get();
        }
        throw new ImpossibleActionException(
                actionContext.user().handle() + " sees nothing to press called \"" + name + "\"",
                all.stream().map(ElementRef::label).distinct().toList());
    }
}
