/** Lifeline: reads settings, builds the object graph in named groups, starts, stops. */
@NullMarked
package dev.lifeline;

import org.jspecify.annotations.NullMarked;
