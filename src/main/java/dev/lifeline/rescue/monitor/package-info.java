/** What an observation of the device means for a request, for each stage that is polled. Pure: no clock, no I/O. */
@NullMarked
package dev.lifeline.rescue.monitor;

import org.jspecify.annotations.NullMarked;
