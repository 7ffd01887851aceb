package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Switchboard;
import dev.lifeline.sandbox.slack.delivery.Tickets;
import dev.lifeline.sandbox.slack.world.Enterprise;
import dev.lifeline.sandbox.slack.world.InstalledApp;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.MessageJson;
import java.util.List;
import java.util.function.Supplier;

/** What an app asks about itself: {@code auth.test}, {@code apps.connections.open}, {@code bots.info}, {@code api.test}. */
final class AppMethods {

    private final InstalledApp app;
    private final Tickets tickets;
    private final Supplier<String> base;

    AppMethods(InstalledApp app, Tickets tickets, Supplier<String> base) {
        this.app = app;
        this.tickets = tickets;
        this.base = base;
    }

    List<Method> all() {
        return List.of(
                new Method("api.test", Tier.SPECIAL, Token.NONE, List.of(), AppMethods::echo),
                new Method("auth.test", Tier.SPECIAL, Token.EITHER, List.of(), this::whoAmI),
                new Method("apps.connections.open", Tier.CONNECTIONS, Token.APP, List.of(), this::connect),
                Method.bot("bots.info", Tier.TIER_3, this::bot, "users:read"),
                Method.bot("team.info", Tier.TIER_3, this::team, "team:read"));
    }

    private static ObjectNode echo(Arguments arguments) throws Refused {
        ObjectNode args = Json.object();
        arguments.values().forEach(args::set);
        args.remove("token");
        if (arguments.text("error").isPresent()) throw new Refused(arguments.need("error"), Json.object("args", args));
        return Json.object("args", args);
    }

    private ObjectNode whoAmI(Arguments arguments) {
        return Json.object(
                "url", base.get() + "/",
                "team", app.team().name(),
                "user", "lifeline",
                "team_id", app.team().id(),
                "user_id", app.ids().botUser(),
                "bot_id", app.ids().bot(),
                "enterprise_id", app.enterprise().map(Enterprise::id),
                "is_enterprise_install", false);
    }

    private ObjectNode connect(Arguments arguments) {
        String socketBase = base.get().replaceFirst("^http", "ws");
        return Json.object(
                "url",
                socketBase + Switchboard.SOCKET_PATH + "?ticket=" + tickets.issue() + "&app_id="
                        + app.ids().app());
    }

    private ObjectNode bot(Arguments arguments) throws Refused {
        String wanted = arguments.text("bot").orElse(app.ids().bot());
        if (!wanted.equals(app.ids().bot())) throw new Refused("bot_not_found");
        return Json.object("bot", MessageJson.botProfile(app));
    }

    private ObjectNode team(Arguments arguments) {
        return Json.object(
                "team",
                Json.object(
                        "id", app.team().id(),
                        "name", app.team().name(),
                        "domain", app.team().domain()));
    }
}
