/** The database itself: connections, transactions, group commit, the write queue of SQLite, JSON in columns. */
@NullMarked
package dev.lifeline.store.database;

import org.jspecify.annotations.NullMarked;
