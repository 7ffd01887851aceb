/** Rendering of messages as Block Kit and fallback text, within Slack's limits. */
@NullMarked
package dev.lifeline.slack.blockkit;

import org.jspecify.annotations.NullMarked;
