/** The pretend account: its devices and what happens to them in time, its people, images and log. */
@NullMarked
package dev.lifeline.sandbox.softlayer.account;

import org.jspecify.annotations.NullMarked;
