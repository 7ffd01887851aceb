/** One request: its stages, its transitions, and the results of provider commands. */
@NullMarked
package dev.lifeline.rescue;

import org.jspecify.annotations.NullMarked;
