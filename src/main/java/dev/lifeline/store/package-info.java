/** The only adapter to disk: SQLite or PostgreSQL behind the ports of the inner packages. */
@NullMarked
package dev.lifeline.store;

import org.jspecify.annotations.NullMarked;
