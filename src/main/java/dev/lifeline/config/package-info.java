/** Environment and file to one immutable Settings; every problem reported at once. */
@NullMarked
package dev.lifeline.config;

import org.jspecify.annotations.NullMarked;
