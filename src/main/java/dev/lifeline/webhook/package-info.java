/** The only adapter to webhooks of the operator: signed calls that wake people outside Slack. */
@NullMarked
package dev.lifeline.webhook;

import org.jspecify.annotations.NullMarked;
