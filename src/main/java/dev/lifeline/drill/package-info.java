/**
 * The adapter to devices that do not exist: what a drill is done with. It has no client of anything: its devices are what their stored
 * requests and the clock make of them.
 */
@NullMarked
package dev.lifeline.drill;

import org.jspecify.annotations.NullMarked;
