/** What the bot says, as values independent of Slack: messages, blocks, buttons, forms, and the message catalogue. */
@NullMarked
package dev.lifeline.message.model;

import org.jspecify.annotations.NullMarked;
