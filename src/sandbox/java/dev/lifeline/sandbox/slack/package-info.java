/** The pretend Slack: Web API, Socket Mode, signed HTTP delivery, and the page to use it on. */
@NullMarked
package dev.lifeline.sandbox.slack;

import org.jspecify.annotations.NullMarked;
