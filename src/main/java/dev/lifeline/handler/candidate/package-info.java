/** Which devices a message names, and which of them a person means by it. */
@NullMarked
package dev.lifeline.handler.candidate;

import org.jspecify.annotations.NullMarked;
