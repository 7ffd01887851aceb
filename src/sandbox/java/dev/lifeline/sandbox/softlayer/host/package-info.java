/** What answers on the devices' own addresses: SSH and RDP, one host key in normal life and another in rescue. */
@NullMarked
package dev.lifeline.sandbox.softlayer.host;

import org.jspecify.annotations.NullMarked;
