/** The provider's query language: schema, object masks, object filters, result limits, and the writing of values. */
@NullMarked
package dev.lifeline.sandbox.softlayer.query;

import org.jspecify.annotations.NullMarked;
