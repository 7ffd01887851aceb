/** Dispatches interactions to their handlers, each of which decides about one command, button or form. */
@NullMarked
package dev.lifeline.handler;

import org.jspecify.annotations.NullMarked;
