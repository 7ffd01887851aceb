/** The clockwork: take what is due, do one step, save, retry or give up. */
@NullMarked
package dev.lifeline.workflow;

import org.jspecify.annotations.NullMarked;
