package dev.lifeline.app;

import dev.lifeline.slack.SlackInbound;

/** What lets requests in: Slack's interactions, and the HTTP server. */
record Ingress(SlackInbound slack, PublicHttpServer httpServer) {}
