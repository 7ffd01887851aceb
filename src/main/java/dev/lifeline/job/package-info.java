/** Durable work as the engine sees it: what {@code store.jobs} runs and other packages implement. */
@NullMarked
package dev.lifeline.job;

import org.jspecify.annotations.NullMarked;
