/** Composition root: {@code Wiring} builds the object graph and starts nothing; the life cycle starts it, says when it is ready, and closes it. */
@NullMarked
package dev.lifeline.app;

import org.jspecify.annotations.NullMarked;
