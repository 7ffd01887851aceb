/** Ports of the inner packages in SQL. Thread-safe; each call blocks for the database and joins the transaction of its thread. */
@NullMarked
package dev.lifeline.store.sql;

import org.jspecify.annotations.NullMarked;
