package dev.lifeline.server;

import dev.lifeline.command.LinkDesk;
import java.util.Optional;

/**
 * Who answers over HTTP, besides health and metrics?
 *
 * @param slack the platform's own requests; present in HTTP mode
 * @param links the pages on which somebody shows which cloud user they are
 */
public record Endpoints(Optional<Posted> slack, Optional<LinkDesk> links) {}
