/** Delivery of outbox messages to Slack, in order within each stream. */
@NullMarked
package dev.lifeline.slack.outbox;

import org.jspecify.annotations.NullMarked;
