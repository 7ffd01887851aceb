/** Handlers that only show something and change nothing. */
@NullMarked
package dev.lifeline.handler.query;

import org.jspecify.annotations.NullMarked;
