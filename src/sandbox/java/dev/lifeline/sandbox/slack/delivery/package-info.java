/** Delivery to the app: Socket Mode, signed HTTP, acknowledgements, retries, response URLs and trigger ids. */
@NullMarked
package dev.lifeline.sandbox.slack.delivery;

import org.jspecify.annotations.NullMarked;
