/** The state of the workspace: users, channels, messages, views, and the installed app. */
@NullMarked
package dev.lifeline.sandbox.slack.workspace;

import org.jspecify.annotations.NullMarked;
