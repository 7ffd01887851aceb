/** The effect of each provider fault at each call of the workflow, for each device type. */
@NullMarked
package dev.lifeline.faultinjection;

import org.jspecify.annotations.NullMarked;
