/** Who and what is in the pretend workspace: people, channels, messages, views. */
@NullMarked
package dev.lifeline.sandbox.slack.workspace;

import org.jspecify.annotations.NullMarked;
