/** The only door to the device itself: does a port answer, with which SSH host key. */
@NullMarked
package dev.lifeline.probe;

import org.jspecify.annotations.NullMarked;
