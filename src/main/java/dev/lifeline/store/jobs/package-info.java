/** Durable jobs on db-scheduler: worker pools, polling, back-off, orphan sweep, purge. */
@NullMarked
package dev.lifeline.store.jobs;

import org.jspecify.annotations.NullMarked;
