/** Explores the interleavings of threads within one process with Lincheck, in a process of its own. */
@NullMarked
package dev.lifeline.interleaving;

import org.jspecify.annotations.NullMarked;
