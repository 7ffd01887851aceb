/** Everything the bot says, as values, and the phrasebook that words it in each language. */
@NullMarked
package dev.lifeline.message;

import org.jspecify.annotations.NullMarked;
