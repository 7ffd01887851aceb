/** What a user did in Slack, as a value, and the port of the durable inbox that keeps it until it was handled. */
@NullMarked
package dev.lifeline.handler.inbox;

import org.jspecify.annotations.NullMarked;
