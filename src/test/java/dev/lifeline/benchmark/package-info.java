/**
 * The benchmark of the whole bot: every part a process of its own, driven and measured from outside ({@code mvn -Pbenchmark verify};
 * src/docs/performance.md has the last kept run). {@link dev.lifeline.benchmark.Benchmark} is the program.
 * {@link dev.lifeline.benchmark.ProviderBenchmark} and {@link dev.lifeline.benchmark.HistoryBenchmark} are run by hand; their results are in src/docs/measurements.md.
 */
@NullMarked
package dev.lifeline.benchmark;

import org.jspecify.annotations.NullMarked;
