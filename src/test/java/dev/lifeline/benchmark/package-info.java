/** Benchmarks of the inbox, of the lists of requests and of the provider's lists, in time and memory. Run by hand; the results are in src/docs/measurements.md. */
@NullMarked
package dev.lifeline.benchmark;

import org.jspecify.annotations.NullMarked;
