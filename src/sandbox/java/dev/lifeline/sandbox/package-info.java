/** A pretend Slack and a pretend Classic over real HTTP and WebSocket; shares nothing with the bot it is there to try. */
@NullMarked
package dev.lifeline.sandbox;

import org.jspecify.annotations.NullMarked;
