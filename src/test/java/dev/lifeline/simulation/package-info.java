/** Deterministic simulation of replicas, provider, Slack and people on one thread, under one seed (src/docs/simulation.md). */
@NullMarked
package dev.lifeline.simulation;

import org.jspecify.annotations.NullMarked;
