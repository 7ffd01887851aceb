/** The audit log: who did what, when and why; append-only and hash-chained. */
@NullMarked
package dev.lifeline.audit;

import org.jspecify.annotations.NullMarked;
