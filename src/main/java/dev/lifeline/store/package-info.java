/** The only door to disk: rows, migrations, version checks. */
@NullMarked
package dev.lifeline.store;

import org.jspecify.annotations.NullMarked;
