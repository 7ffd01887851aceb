package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.DeliveryWiring;
import dev.lifeline.sandbox.slack.delivery.SocketTickets;
import dev.lifeline.sandbox.slack.workspace.Enterprise;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.MessageJson;
import java.util.List;
import java.util.function.Supplier;

/**
 * The methods about the app itself: {@code api.test}, {@code auth.test}, {@code apps.connections.open}, {@code bots.info},
 * {@code team.info}.
 */
final class AppMethods {

    private final InstalledApp app;
    private final SocketTickets socketTickets;
    private final Supplier<String> baseUrl;

    AppMethods(InstalledApp app, SocketTickets socketTickets, Supplier<String> baseUrl) {
        this.app = app;
        this.socketTickets = socketTickets;
        this.baseUrl = baseUrl;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("api.test", RateLimitTier.TIER_4, TokenType.NONE, List.of(), AppMethods::apiTest),
                new ApiMethod("auth.test", RateLimitTier.SPECIAL, TokenType.BOT_OR_APP_LEVEL, List.of(), this::authTest),
                new ApiMethod("apps.connections.open", RateLimitTier.CONNECTIONS_OPEN, TokenType.APP_LEVEL, List.of(), this::connectionsOpen),
                ApiMethod.forBotToken("bots.info", RateLimitTier.TIER_3, this::botsInfo, "users:read"),
                ApiMethod.forBotToken("team.info", RateLimitTier.TIER_3, this::teamInfo, "team:read"));
    }

    private static ObjectNode apiTest(Arguments arguments) throws ApiErrorException {
        ObjectNode args = Json.object();
        arguments.values().forEach(args::set);
        args.remove("token");
        if (arguments.text("error").isPresent()) throw new ApiErrorException(arguments.require("error"), Json.object("args", args));
        return Json.object("args", args);
    }

    private ObjectNode authTest(Arguments arguments) {
        return Json.object(
                "url", baseUrl.get() + "/",
                "team", app.team().name(),
                "user", "lifeline",
                "team_id", app.team().id(),
                "user_id", app.ids().botUser(),
                "bot_id", app.ids().bot(),
                "enterprise_id", app.enterprise().map(Enterprise::id),
                "is_enterprise_install", app.isEnterpriseInstall());
    }

    private ObjectNode connectionsOpen(Arguments arguments) {
        String socketBase = baseUrl.get().replaceFirst("^http", "ws");
        return Json.object(
                "url",
                socketBase + DeliveryWiring.SOCKET_PATH + "?ticket=" + socketTickets.issue() + "&app_id="
                        + app.ids().app());
    }

    private ObjectNode botsInfo(Arguments arguments) throws ApiErrorException {
        String botId = arguments.text("bot").orElse(app.ids().bot());
        if (!botId.equals(app.ids().bot())) throw new ApiErrorException("bot_not_found");
        ObjectNode bot = MessageJson.botProfile(app).put("user_id", app.ids().botUser());
        bot.remove("team_id");
        return Json.object("bot", bot);
    }

    private ObjectNode teamInfo(Arguments arguments) {
        return Json.object(
                "team",
                Json.object(
                        "id", app.team().id(),
                        "name", app.team().name(),
                        "url", baseUrl.get() + "/",
                        "domain", app.team().domain(),
                        "email_domain", "",
                        "icon", Json.object("image_default", true),
                        "avatar_base_url", "https://avatars.example.com/",
                        "is_verified", false,
                        "enterprise_id", app.enterprise().map(Enterprise::id),
                        "enterprise_name", app.enterprise().map(Enterprise::name)));
    }
}
