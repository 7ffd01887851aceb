/** The only door to the device itself: does a port answer, with which SSH host key. */
@NullMarked
package dev.lifeline.reach;

import org.jspecify.annotations.NullMarked;
