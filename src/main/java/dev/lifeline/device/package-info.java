/** What can be rescued: virtual guest or hardware, and the provider's transaction that may hold it. */
@NullMarked
package dev.lifeline.device;

import org.jspecify.annotations.NullMarked;
