/** The fake account: devices and their transactions over time, users, images, and the event log. */
@NullMarked
package dev.lifeline.sandbox.softlayer.account;

import org.jspecify.annotations.NullMarked;
