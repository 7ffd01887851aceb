/** What comes of each way in which the provider misbehaves, at each call that the workflow makes, for each kind of device? */
@NullMarked
package dev.lifeline.faultinjection;

import org.jspecify.annotations.NullMarked;
