/** What a person or a program does and sees in the pretend workspace. */
@NullMarked
package dev.lifeline.sandbox.slack.user;

import org.jspecify.annotations.NullMarked;
