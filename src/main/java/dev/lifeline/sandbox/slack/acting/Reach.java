package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.Origin;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Elements;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.View;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can a person reach to press or fill: the top modal, then messages, the newest first, then the App Home? */
record Reach(Workspace workspace) {

    List<Pressable> of(Scene scene) {
        Optional<String> onlyOn = scene.text("message");
        Stream<Pressable> messages = scene.channel().stream().flatMap(channel -> onMessages(scene, channel, onlyOn));
        if (onlyOn.isPresent()) return messages.toList();
        String person = scene.person().id();
        Stream<Pressable> modal = workspace.views().top(person).stream().flatMap(Reach::inView);
        Stream<Pressable> home = workspace.views().home(person).stream().flatMap(Reach::inView);
        return Stream.of(modal, messages, home).flatMap(any -> any).toList();
    }

    private Stream<Pressable> onMessages(Scene scene, Channel channel, Optional<String> onlyOn) {
        List<Message> newestFirst = new ArrayList<>(workspace.timeline().in(channel.id()));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(message -> message.seenBy(scene.person().id()))
                .filter(message -> onlyOn.map(message.ts()::equals).orElse(true))
                .flatMap(message -> of(
                        new Origin.OnMessage(channel, message),
                        message.content().blocks()));
    }

    private static Stream<Pressable> inView(View view) {
        return of(new Origin.InView(view), view.given().path("blocks"));
    }

    private static Stream<Pressable> of(Origin origin, JsonNode blocks) {
        return Elements.in(blocks).stream().map(element -> new Pressable(origin, element));
    }

    /** The one that is meant. */
    Pressable find(Scene scene, String name) throws Undoable {
        List<Pressable> all = of(scene);
        for (var fits : Pressable.FITS) {
            Optional<Pressable> found =
                    all.stream().filter(one -> fits.test(one, name)).findFirst();
            if (found.isPresent()) return found.get();
        }
        throw new Undoable(
                scene.person().handle() + " sees nothing to press called \"" + name + "\"",
                all.stream().map(Pressable::label).distinct().toList());
    }
}
