/** How the pretend Slack is told to misbehave. */
@NullMarked
package dev.lifeline.sandbox.slack.fault;

import org.jspecify.annotations.NullMarked;
