/** The only HTTP server: Slack's endpoint, the link pages, health and metrics. */
@NullMarked
package dev.lifeline.http;

import org.jspecify.annotations.NullMarked;
