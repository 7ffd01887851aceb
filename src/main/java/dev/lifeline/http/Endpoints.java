package dev.lifeline.http;

import dev.lifeline.handler.link.LinkPageHandler;
import java.util.Optional;

/**
 * Who answers over HTTP, besides health and metrics?
 *
 * @param slack the platform's own requests; present in HTTP mode
 * @param linkPages the pages on which somebody shows which cloud user they are
 */
public record Endpoints(Optional<SlackEndpoint> slack, Optional<LinkPageHandler> linkPages) {}
