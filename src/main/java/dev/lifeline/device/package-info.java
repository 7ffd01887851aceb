/** Devices that can be rescued: virtual guests and bare metal servers, their status, and the ports to the provider and to the device itself. */
@NullMarked
package dev.lifeline.device;

import org.jspecify.annotations.NullMarked;
