/** The ports to several accounts of the provider as the ports to one: what is asked about a device or a user is asked in its account. */
@NullMarked
package dev.lifeline.account;

import org.jspecify.annotations.NullMarked;
