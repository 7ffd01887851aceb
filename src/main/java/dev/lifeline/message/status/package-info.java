/** The status message of a request and the updates in its thread. */
@NullMarked
package dev.lifeline.message.status;

import org.jspecify.annotations.NullMarked;
