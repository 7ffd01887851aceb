/**
 * What the adapters share for their calls: single sending, buffer scrubbing, back-off, shared reads, and no call inside a database transaction. Depends
 * on no other package of the product.
 */
@NullMarked
package dev.lifeline.transport;

import org.jspecify.annotations.NullMarked;
