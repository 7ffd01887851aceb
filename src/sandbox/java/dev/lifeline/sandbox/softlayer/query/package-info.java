/** The provider's query language: its schema, object masks, object filters, limits and how values are written. */
@NullMarked
package dev.lifeline.sandbox.softlayer.query;

import org.jspecify.annotations.NullMarked;
