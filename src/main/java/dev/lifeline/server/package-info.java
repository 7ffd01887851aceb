/** The only door for HTTP in: Slack's endpoint, health, metrics. */
@NullMarked
package dev.lifeline.server;

import org.jspecify.annotations.NullMarked;
