package dev.lifeline.sandbox.slack;

import dev.lifeline.sandbox.slack.acting.Deeds;
import dev.lifeline.sandbox.slack.acting.ManifestDesk;
import dev.lifeline.sandbox.slack.acting.Sight;
import dev.lifeline.sandbox.slack.acting.Watching;
import dev.lifeline.sandbox.slack.acting.WorldView;
import dev.lifeline.sandbox.slack.api.ApiParts;
import dev.lifeline.sandbox.slack.api.CallLog;
import dev.lifeline.sandbox.slack.api.ResponseUrlDesk;
import dev.lifeline.sandbox.slack.blockkit.Blocks;
import dev.lifeline.sandbox.slack.delivery.Responses;
import dev.lifeline.sandbox.slack.delivery.Switchboard;
import dev.lifeline.sandbox.slack.fault.FaultDesk;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.world.Workspace;
import dev.lifeline.sandbox.web.LoopbackServer;
import dev.lifeline.sandbox.web.Routes;
import java.io.IOException;
import java.net.URI;

/** A Slack of one workspace and one app, on loopback: Web API, Socket Mode, signed HTTP, people, and a page. */
public final class PretendSlack implements AutoCloseable {

    private final LoopbackServer server;
    private final Workspace workspace;
    private final Switchboard link;

    private PretendSlack(LoopbackServer server, Workspace workspace, Switchboard link) {
        this.server = server;
        this.workspace = workspace;
        this.link = link;
    }

    /**
     * Starts; the port answers when this returns.
     *
     * @throws IOException when the port is in use; the message names it
     */
    public static PretendSlack start(SlackOptions options) throws IOException {
        LoopbackServer server = new LoopbackServer(options.host(), options.port());
        Workspace workspace = Workspace.byDefault(options.clock());
        Faults faults = new Faults(options.clock());
        Switchboard link = new Switchboard(workspace, options.clock(), faults, server::url);
        server.start(link.before(routes(workspace, link, faults, server), server.jetty()));
        options.requestUrl().ifPresent(link::deliverTo);
        return new PretendSlack(server, workspace, link);
    }

    private static Routes routes(Workspace workspace, Switchboard link, Faults faults, LoopbackServer server) {
        Blocks blocks = new Blocks();
        CallLog log = new CallLog(workspace.clock());
        Responses responses = new Responses(workspace, blocks);
        ResponseUrlDesk responseUrls = new ResponseUrlDesk(link.responseUrls(), responses, faults, log);
        return new Routes()
                .at("/api", new ApiParts(workspace, link, blocks, server::url).webApi(faults, log)::answer)
                .at("/commands", responseUrls::answer)
                .at("/actions", responseUrls::answer)
                .at("/app", responseUrls::answer)
                .at("/sandbox/act", Deeds.acting(workspace, link.line(), blocks)::answer)
                .at("/sandbox/app", new ManifestDesk(workspace)::answer)
                .at("/sandbox/sees", new Sight(workspace)::answer)
                .at("/sandbox/world", new WorldView(workspace, link.sockets())::answer)
                .at("/sandbox/changes", new Watching(workspace)::answer)
                .at("/sandbox/calls", log::answer)
                .at("/sandbox/faults", new FaultDesk(faults, workspace, link)::answer)
                .at("/", new PageFiles()::answer);
    }

    /** Where it answers, such as {@code http://127.0.0.1:9000}; the Web API is below {@code /api/}. */
    public String url() {
        return server.url();
    }

    /** Sets the app's request URL, which is asked to prove itself. */
    public void deliverTo(URI requestUrl) {
        link.deliverTo(requestUrl);
    }

    /** Waits until it is closed. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        workspace.shown().changes().end();
        link.close();
        server.close();
    }
}
