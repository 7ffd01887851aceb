/** How long does it take, and how much memory? Run by hand; the figures are in src/docs/measurements.md. */
@NullMarked
package dev.lifeline.benchmark;

import org.jspecify.annotations.NullMarked;
