/** Replies that one user sees. */
@NullMarked
package dev.lifeline.message.reply;

import org.jspecify.annotations.NullMarked;
