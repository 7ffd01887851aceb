/** Block Kit validation: which blocks and views Slack accepts, and what it adds to them. */
@NullMarked
package dev.lifeline.sandbox.slack.blockkit;

import org.jspecify.annotations.NullMarked;
