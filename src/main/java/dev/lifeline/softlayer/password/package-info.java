/** Reads passwords from the provider and scrubs every buffer that they passed through. */
@NullMarked
package dev.lifeline.softlayer.password;

import org.jspecify.annotations.NullMarked;
