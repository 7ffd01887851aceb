/** Ports of the inner packages implemented in SQL. */
@NullMarked
package dev.lifeline.store.sql;

import org.jspecify.annotations.NullMarked;
