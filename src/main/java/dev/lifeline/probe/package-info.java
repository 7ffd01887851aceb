/** The only adapter to the devices themselves: whether SSH or RDP answers, and with which SSH host key. */
@NullMarked
package dev.lifeline.probe;

import org.jspecify.annotations.NullMarked;
