package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.blockkit.Blocks;
import dev.lifeline.sandbox.slack.blockkit.Rejected;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.sandbox.slack.delivery.Triggers;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.View;
import dev.lifeline.sandbox.slack.world.Views;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;

/** Modals and the App Home: {@code views.*}. */
final class ViewMethods {

    private final Workspace workspace;
    private final Triggers triggers;
    private final Blocks blocks;

    ViewMethods(Workspace workspace, Triggers triggers, Blocks blocks) {
        this.workspace = workspace;
        this.triggers = triggers;
        this.blocks = blocks;
    }

    List<Method> all() {
        return List.of(
                Method.bot("views.open", Tier.TIER_4, this::open),
                Method.bot("views.push", Tier.TIER_4, this::push),
                Method.bot("views.update", Tier.TIER_4, this::update),
                Method.bot("views.publish", Tier.TIER_4, this::publish));
    }

    private ObjectNode open(Arguments arguments) throws Refused {
        ObjectNode given = alone(accepted(arguments, Surface.MODAL), Optional.empty());
        return told(views().open(exchanged(arguments), given));
    }

    private ObjectNode push(Arguments arguments) throws Refused {
        ObjectNode given = alone(accepted(arguments, Surface.MODAL), Optional.empty());
        String person = exchanged(arguments);
        int open = views().of(person).size();
        if (open == 0) throw new Refused("not_found");
        if (open >= Views.DEEPEST) throw new Refused("push_limit_reached");
        return told(views().push(person, given));
    }

    private ObjectNode update(Arguments arguments) throws Refused {
        if (arguments.text("external_id").isEmpty()) arguments.need("view_id");
        Optional<View> found = arguments.text("view_id").flatMap(views()::find);
        View view = found.or(() -> arguments.text("external_id").flatMap(views()::byExternalId))
                .orElseThrow(() -> new Refused("not_found"));
        checkHash(arguments, view);
        boolean modal = view.given().path("type").asText().equals("modal");
        ObjectNode given = alone(accepted(arguments, modal ? Surface.MODAL : Surface.HOME), Optional.of(view));
        return told(views().update(view, given).orElseThrow(() -> new Refused("not_found")));
    }

    private ObjectNode publish(Arguments arguments) throws Refused {
        Person person =
                workspace.people().byId(arguments.need("user_id")).orElseThrow(() -> new Refused("user_not_found"));
        Optional<View> before = views().home(person.id());
        if (before.isPresent()) checkHash(arguments, before.get());
        return told(views().publish(person.id(), alone(accepted(arguments, Surface.HOME), before)));
    }

    private static void checkHash(Arguments arguments, View view) throws Refused {
        boolean stale = arguments
                .text("hash")
                .filter(hash -> !hash.equals(view.identity().hash()))
                .isPresent();
        if (stale) throw new Refused("hash_conflict");
    }

    private String exchanged(Arguments arguments) throws Refused {
        Triggers.Exchange exchange = triggers.exchange(arguments.need("trigger_id"));
        return exchange.person().orElseThrow(() -> new Refused(exchange.error()));
    }

    private ObjectNode accepted(Arguments arguments, Surface surface) throws Refused {
        JsonNode given =
                arguments.json("view", "invalid_arguments").orElseThrow(() -> new Refused("invalid_arguments"));
        try {
            return blocks.acceptView(given, surface);
        } catch (Rejected rejected) {
            throw Contents.refusal(rejected);
        }
    }

    /** An external id is for one view only, which may be the one that is changed. */
    private ObjectNode alone(ObjectNode given, Optional<View> changed) throws Refused {
        Optional<String> taken =
                Json.text(given, "external_id").flatMap(views()::byExternalId).map(View::id);
        boolean another = taken.isPresent() && !taken.equals(changed.map(View::id));
        if (another) throw new Refused("duplicate_external_id");
        return given;
    }

    private ObjectNode told(View view) {
        return Json.object("view", view.json(workspace.app()));
    }

    private Views views() {
        return workspace.views();
    }
}
