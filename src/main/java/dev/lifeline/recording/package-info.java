/** Writes a transition, its audit entries and its messages in one database transaction. */
@NullMarked
package dev.lifeline.recording;

import org.jspecify.annotations.NullMarked;
