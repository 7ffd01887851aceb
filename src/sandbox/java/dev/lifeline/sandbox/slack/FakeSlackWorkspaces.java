package dev.lifeline.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.LoopbackServer;
import dev.lifeline.sandbox.web.Router;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several fake Slacks behind one address, as one app sees them: a call of the Web API goes to the workspace of its token. The first has the
 * app installed, with its token; the others install it on {@code /oauth/v2/authorize}
 * (https://docs.slack.dev/authentication/installing-with-oauth). Thread-safe.
 */
public final class FakeSlackWorkspaces implements AutoCloseable {

    private static final String CLIENT_ID = "1000000000.1000000000";
    private static final String CLIENT_SECRET = "sandbox-lifeline-client-secret";
    private static final int OK = 200;
    private static final int FOUND = 302;

    private final LoopbackServer server;
    private final List<FakeSlack> workspaces;
    private final Optional<RotatingTokens> rotation;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final AtomicInteger renewals = new AtomicInteger();

    /** What a code was given for; it is valid once. */
    private record Code(FakeSlack workspace, String redirectUri) {}

    private FakeSlackWorkspaces(LoopbackServer server, List<FakeSlack> workspaces, Optional<RotatingTokens> rotation) {
        this.server = server;
        this.workspaces = workspaces;
        this.rotation = rotation;
    }

    /**
     * Starts the server on a free port.
     *
     * @param rotating whether the tokens of installations expire
     * @param workspaces of different teams, the bot's own first; stay the caller's to close
     */
    public static FakeSlackWorkspaces start(SlackOptions options, boolean rotating, FakeSlack... workspaces)
            throws IOException {
        LoopbackServer server = new LoopbackServer(options.host(), options.port());
        Optional<RotatingTokens> rotation =
                rotating ? Optional.of(new RotatingTokens(options.clock())) : Optional.empty();
        FakeSlackWorkspaces all = new FakeSlackWorkspaces(server, List.of(workspaces), rotation);
        server.start(new Router().addRoute("/api", all::handleApi).addRoute("/oauth/v2/authorize", all::authorize));
        return all;
    }

    /** Returns the base URL; the Web API is below {@code /api/}. */
    public String url() {
        return server.url();
    }

    /** How often a token was renewed. */
    public int renewals() {
        return renewals.get();
    }

    private HttpResponse handleApi(HttpRequest request) throws InterruptedException {
        String method = request.path().replaceFirst("^/api/", "");
        if (method.equals("oauth.v2.access")) return HttpResponse.json(OK, access(request));
        String token = request.header("authorization").orElse("").replaceFirst("^Bearer ", "");
        Optional<RotatingTokens.Pair> pair = rotation.flatMap(tokens -> tokens.find(token));
        if (pair.filter(it -> rotation.get().isExpired(it)).isPresent()) return error("token_expired");
        FakeSlack workspace = pair.map(RotatingTokens.Pair::workspace).orElseGet(() -> workspaceOf(token));
        if (method.equals("auth.revoke")) return revoke(workspace);
        String fixed = pair.map(it -> botToken(it.workspace())).orElse(token);
        return workspace.handleApi(withToken(request, fixed));
    }

    private FakeSlack workspaceOf(String token) {
        return workspaces.stream()
                .filter(workspace -> botToken(workspace).equals(token))
                .findFirst()
                .orElse(workspaces.get(0));
    }

    private static String botToken(FakeSlack workspace) {
        return workspace.app().credentials().botToken();
    }

    private static HttpRequest withToken(HttpRequest request, String token) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("authorization", "Bearer " + token);
        return new HttpRequest(request.method(), request.path(), headers, request.queryParams(), request.body());
    }

    private static HttpResponse revoke(FakeSlack workspace) {
        workspace.app().setInstallState(InstalledApp.InstallState.REVOKED);
        return HttpResponse.json(OK, Json.object("ok", true, "revoked", true));
    }

    /**
     * The page on which somebody agrees: {@code team} names the workspace, {@code deny} cancels. With neither it shows the choice.
     */
    private HttpResponse authorize(HttpRequest request) {
        String redirectUri = request.queryParam("redirect_uri").orElse("");
        String returned = redirectUri + "?state=" + encode(request.queryParam("state").orElse(""));
        if (!request.queryParam("client_id").orElse("").equals(CLIENT_ID)) return HttpResponse.text(OK, "invalid_client_id");
        if (request.queryParam("deny").isPresent()) return redirect(returned + "&error=access_denied");
        Optional<FakeSlack> chosen = request.queryParam("team").flatMap(this::byTeam);
        if (chosen.isEmpty()) return HttpResponse.text(OK, "add &team= and one of " + teams() + ", or &deny=1");
        String code = UUID.randomUUID().toString();
        codes.put(code, new Code(chosen.get(), redirectUri));
        return redirect(returned + "&code=" + code);
    }

    private List<String> teams() {
        return workspaces.stream().map(workspace -> workspace.app().team().id()).toList();
    }

    private Optional<FakeSlack> byTeam(String id) {
        return workspaces.stream()
                .filter(workspace -> workspace.app().team().id().equals(id))
                .findFirst();
    }

    private static HttpResponse redirect(String url) {
        return new HttpResponse.Buffered(FOUND, Map.of("Location", url), new byte[0]);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ObjectNode access(HttpRequest request) {
        String credentials = request.header("authorization").orElse("").replaceFirst("^Basic ", "");
        String expected = CLIENT_ID + ":" + CLIENT_SECRET;
        if (!credentials.equals(Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8))))
            return failed("bad_client_secret");
        Map<String, List<String>> form = request.form();
        return form.containsKey("refresh_token") ? refresh(form) : exchange(form);
    }

    private ObjectNode exchange(Map<String, List<String>> form) {
        Code code = codes.remove(form.getOrDefault("code", List.of("")).get(0));
        if (code == null) return failed("invalid_code");
        if (!form.getOrDefault("redirect_uri", List.of("")).get(0).equals(code.redirectUri()))
            return failed("bad_redirect_uri");
        code.workspace().app().reinstall();
        return rotation.map(tokens -> granted(tokens.issue(code.workspace())))
                .orElseGet(() -> granted(code.workspace(), botToken(code.workspace())));
    }

    private ObjectNode refresh(Map<String, List<String>> form) {
        Optional<RotatingTokens.Pair> renewed =
                rotation.flatMap(tokens -> tokens.refresh(form.getOrDefault("refresh_token", List.of("")).get(0)));
        renewed.ifPresent(pair -> renewals.incrementAndGet());
        return renewed.map(FakeSlackWorkspaces::granted).orElseGet(() -> failed("invalid_refresh_token"));
    }

    private static ObjectNode granted(RotatingTokens.Pair pair) {
        return granted(pair.workspace(), pair.token())
                .put("refresh_token", pair.refreshToken())
                .put("expires_in", RotatingTokens.LIFETIME.toSeconds());
    }

    private static ObjectNode granted(FakeSlack workspace, String token) {
        InstalledApp app = workspace.app();
        return Json.object(
                "ok", true,
                "app_id", app.ids().app(),
                "authed_user", Json.object("id", "U0ELENA"),
                "scope", String.join(",", app.scopes()),
                "token_type", "bot",
                "access_token", token,
                "bot_user_id", app.ids().botUser(),
                "team", Json.object("id", app.team().id(), "name", app.team().name()),
                "enterprise", Json.NULL,
                "is_enterprise_install", app.isEnterpriseInstall());
    }

    private static ObjectNode failed(String error) {
        return Json.object("ok", false, "error", error);
    }

    private static HttpResponse error(String error) {
        return HttpResponse.json(OK, failed(error));
    }

    @Override
    public void close() {
        server.close();
    }
}
