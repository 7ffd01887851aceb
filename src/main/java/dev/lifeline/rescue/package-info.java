/** The story of one request: its stages, its moves, what a launch can answer. */
@NullMarked
package dev.lifeline.rescue;

import org.jspecify.annotations.NullMarked;
