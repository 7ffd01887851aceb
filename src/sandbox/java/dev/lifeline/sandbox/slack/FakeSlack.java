package dev.lifeline.sandbox.slack;

import dev.lifeline.sandbox.slack.user.UserActions;
import dev.lifeline.sandbox.slack.user.ManifestRoute;
import dev.lifeline.sandbox.slack.user.SeesRoute;
import dev.lifeline.sandbox.slack.user.ChangesRoute;
import dev.lifeline.sandbox.slack.user.WorldRoute;
import dev.lifeline.sandbox.slack.api.ApiContext;
import dev.lifeline.sandbox.slack.api.CallLog;
import dev.lifeline.sandbox.slack.api.ResponseUrlRoute;
import dev.lifeline.sandbox.slack.api.WebApi;
import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.delivery.ResponsePublisher;
import dev.lifeline.sandbox.slack.delivery.DeliveryWiring;
import dev.lifeline.sandbox.slack.fault.FaultsRoute;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.LoopbackServer;
import dev.lifeline.sandbox.web.Router;
import java.io.IOException;
import java.net.URI;

/**
 * A fake Slack of one workspace and one app, listening on loopback: Web API, Socket Mode, signed HTTP delivery,
 * {@code /sandbox/*} control routes, and the page. Thread-safe; requests are answered on the server's own threads.
 *
 * <p>What it answers follows src/docs/platform/slack.md, section What the fake must speak.
 */
public final class FakeSlack implements AutoCloseable {

    private final LoopbackServer server;
    private final Workspace workspace;
    private final DeliveryWiring delivery;
    private final WebApi webApi;

    private FakeSlack(LoopbackServer server, Workspace workspace, DeliveryWiring delivery, WebApi webApi) {
        this.server = server;
        this.workspace = workspace;
        this.delivery = delivery;
        this.webApi = webApi;
    }

    /**
     * Starts the server; the port answers when this returns.
     *
     * @throws IOException when the port is in use; the message names it
     */
    public static FakeSlack start(SlackOptions options) throws IOException {
        LoopbackServer server = new LoopbackServer(options.host(), options.port());
        Workspace workspace = Workspace.createDefault(options.clock(), options.team());
        Faults faults = new Faults(options.clock());
        DeliveryWiring link = new DeliveryWiring(workspace, options.clock(), options.eventsPerHour(), faults, server::url);
        CallLog log = new CallLog(workspace.clock());
        BlockValidator blockValidator = new BlockValidator();
        WebApi webApi = new ApiContext(workspace, link, blockValidator, server::url).webApi(faults, log);
        Router routes = routes(workspace, link, faults, log, blockValidator);
        addApi(routes, webApi, log);
        server.start(link.wrap(routes, server.jetty()));
        options.requestUrl().ifPresent(link::setRequestUrl);
        return new FakeSlack(server, workspace, link, webApi);
    }

    private static void addApi(Router routes, WebApi webApi, CallLog log) {
        routes.addRoute("/api", webApi::handle)
                .addRoute("/upload", webApi::receiveUpload)
                .addRoute("/sandbox/methods", webApi.methods()::handle)
                .addRoute("/methods", request -> webApi.methods().page(log));
    }

    private static Router routes(
            Workspace workspace, DeliveryWiring delivery, Faults faults, CallLog log, BlockValidator blockValidator) {
        ResponsePublisher responsePublisher = new ResponsePublisher(workspace, blockValidator);
        ResponseUrlRoute responseUrls = new ResponseUrlRoute(delivery.responseUrls(), responsePublisher, faults, log);
        return new Router()
                .addRoute("/commands", responseUrls::handle)
                .addRoute("/actions", responseUrls::handle)
                .addRoute("/app", responseUrls::handle)
                .addRoute("/sandbox/act", UserActions.actRoute(workspace, delivery.appDelivery(), blockValidator)::handle)
                .addRoute("/sandbox/app", new ManifestRoute(workspace)::handle)
                .addRoute("/sandbox/sees", new SeesRoute(workspace)::handle)
                .addRoute("/sandbox/world", new WorldRoute(workspace, delivery.sockets())::handle)
                .addRoute("/sandbox/changes", new ChangesRoute(workspace)::handle)
                .addRoute("/sandbox/calls", log::handle)
                .addRoute("/sandbox/faults", new FaultsRoute(faults, workspace, delivery)::handle)
                .addRoute("/", new PageFilesRoute()::handle);
    }

    /** Returns the base URL, such as {@code http://127.0.0.1:9000}; the Web API is below {@code /api/}. */
    public String url() {
        return server.url();
    }

    /** Answers a call of the Web API that came in at another address. */
    HttpResponse handleApi(HttpRequest request) throws InterruptedException {
        return webApi.handle(request);
    }

    /** The app in the workspace that it plays. */
    InstalledApp app() {
        return workspace.app();
    }

    /** Sets the app's request URL and sends it the {@code url_verification} challenge. */
    public void setRequestUrl(URI requestUrl) {
        delivery.setRequestUrl(requestUrl);
    }

    /** Blocks until the server is closed. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        workspace.visibleState().changes().close();
        delivery.close();
        server.close();
    }
}
