/** What several handlers share: the caller, the effects of a decision, device look-up, replies. */
@NullMarked
package dev.lifeline.handler.context;

import org.jspecify.annotations.NullMarked;
