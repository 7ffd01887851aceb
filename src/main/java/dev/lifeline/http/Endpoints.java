package dev.lifeline.http;

import dev.lifeline.handler.link.LinkPageHandler;
import java.util.Optional;

/**
 * The handlers behind the routes of the HTTP server, besides health and metrics.
 *
 * @param slack Slack's requests; present in HTTP mode
 * @param linkPages the pages on which people prove which cloud user they are; present where they are enabled
 */
public record Endpoints(Optional<SlackEndpoint> slack, Optional<LinkPageHandler> linkPages) {}
