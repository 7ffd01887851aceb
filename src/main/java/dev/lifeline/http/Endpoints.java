package dev.lifeline.http;

import dev.lifeline.handler.link.LinkPageHandler;
import java.util.Optional;

/**
 * The handlers behind the routes of the HTTP server, besides health and metrics.
 *
 * @param slack Slack's requests; present in HTTP mode
 * @param linkPages the pages on which people prove which cloud user they are; present where they are enabled
 * @param installation the pages on which workspaces are installed; present where they can be
 */
public record Endpoints(
        Optional<SlackEndpoint> slack, Optional<LinkPageHandler> linkPages, Optional<InstallEndpoint> installation) {

    /** No workspaces are installed. */
    public Endpoints(Optional<SlackEndpoint> slack, Optional<LinkPageHandler> linkPages) {
        this(slack, linkPages, Optional.empty());
    }
}
