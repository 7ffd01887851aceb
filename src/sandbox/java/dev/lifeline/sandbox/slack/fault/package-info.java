/** Fault injection of the fake Slack. */
@NullMarked
package dev.lifeline.sandbox.slack.fault;

import org.jspecify.annotations.NullMarked;
