/** Composition root: {@code Wiring} builds the object graph and starts nothing, {@code LifelineBot} starts and closes it. */
@NullMarked
package dev.lifeline.app;

import org.jspecify.annotations.NullMarked;
