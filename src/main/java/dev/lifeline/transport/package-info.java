/** HTTP client parts that the adapters share: single sending, buffer scrubbing and back-off. Depends on no other package of the product. */
@NullMarked
package dev.lifeline.transport;

import org.jspecify.annotations.NullMarked;
