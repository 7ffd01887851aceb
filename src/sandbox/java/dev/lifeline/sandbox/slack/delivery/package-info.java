/** How the app hears of things: Socket Mode, signed HTTP, acknowledgements and retries. */
@NullMarked
package dev.lifeline.sandbox.slack.delivery;

import org.jspecify.annotations.NullMarked;
