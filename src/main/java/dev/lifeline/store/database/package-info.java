/** Database access: connections, migrations, transactions, group commit, the write queue of SQLite, JSON in columns, job schedule. */
@NullMarked
package dev.lifeline.store.database;

import org.jspecify.annotations.NullMarked;
