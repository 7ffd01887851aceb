/** The only door to Slack: listeners in, Block Kit and Web API out. */
@NullMarked
package dev.lifeline.slack;

import org.jspecify.annotations.NullMarked;
