/** Who may do what: Slack user to cloud user, permissions, device access, and the rules that deny. */
@NullMarked
package dev.lifeline.access;

import org.jspecify.annotations.NullMarked;
