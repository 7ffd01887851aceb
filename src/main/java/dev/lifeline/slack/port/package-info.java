/** Ports for what replicas share about Slack: seen signatures and rate limits. */
@NullMarked
package dev.lifeline.slack.port;

import org.jspecify.annotations.NullMarked;
