/** Who did what, when and why; append-only, hash-chained. */
@NullMarked
package dev.lifeline.audit;

import org.jspecify.annotations.NullMarked;
