/** Which blocks and views Slack would take, and which it would refuse. */
@NullMarked
package dev.lifeline.sandbox.slack.blockkit;

import org.jspecify.annotations.NullMarked;
