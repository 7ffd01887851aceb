/** Ports through which messages leave: notifier, outbox, modal updates, channel redirects. */
@NullMarked
package dev.lifeline.message.port;

import org.jspecify.annotations.NullMarked;
