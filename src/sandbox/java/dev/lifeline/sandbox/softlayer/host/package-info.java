/** What answers on the devices' addresses: SSH and RDP, with one host key in normal operation and another in rescue. */
@NullMarked
package dev.lifeline.sandbox.softlayer.host;

import org.jspecify.annotations.NullMarked;
