/** Durable work as the engine sees it: what {@code store.jobs} runs and other packages implement, and the threads for it. */
@NullMarked
package dev.lifeline.job;

import org.jspecify.annotations.NullMarked;
