/** The control API of the fake Slack: what a user, or a program in a user's place, does and sees in the workspace. */
@NullMarked
package dev.lifeline.sandbox.slack.user;

import org.jspecify.annotations.NullMarked;
