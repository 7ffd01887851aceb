/** The pretend IBM Cloud Classic: REST v3.1, devices that take time, and faults on request. */
@NullMarked
package dev.lifeline.sandbox.classic;

import org.jspecify.annotations.NullMarked;
