package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** {@code POST /sandbox/act}: a person types, presses, submits, opens (design.md 3). */
public final class Acting {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Workspace workspace;
    private final Places places;
    private final Map<String, Deed> deeds;

    Acting(Workspace workspace, Map<String, Deed> deeds) {
        this.workspace = workspace;
        this.places = new Places(workspace);
        this.deeds = deeds;
    }

    public Answer answer(Call call) throws IOException, InterruptedException, ExecutionException {
        JsonNode wish = Json.read(call.text()).orElse(Json.NULL);
        try {
            return Answer.json(OK, deed(wish).by(scene(wish)).body());
        } catch (Undoable undoable) {
            return Answer.json(
                    BAD_REQUEST, Json.object("ok", false, "error", undoable.sentence(), "choices", undoable.choices()));
        }
    }

    private Deed deed(JsonNode wish) throws Undoable {
        return deeds.entrySet().stream()
                .filter(deed -> wish.hasNonNull(deed.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> new Undoable("what is to be done? One of these is wanted", List.copyOf(deeds.keySet())));
    }

    private Scene scene(JsonNode wish) throws Undoable {
        String who = wish.path("person").asText();
        Person person = places.person(who).orElseThrow(() -> new Undoable("there is no person " + who, handles()));
        if (person.standing().deactivated())
            throw new Undoable(who + " is deactivated and cannot do anything", List.of());
        Optional<String> named = Json.text(wish, "channel");
        Optional<Channel> channel = named.flatMap(name -> places.seenBy(person, name));
        if (named.isPresent() && channel.isEmpty())
            throw new Undoable(person.handle() + " is in no channel " + named.get(), places.namesFor(person));
        return new Scene(person, channel, wish);
    }

    private List<String> handles() {
        return workspace.people().all().stream()
                .filter(person -> !person.standing().bot())
                .map(Person::handle)
                .toList();
    }
}
