/** Who may do what: Slack person to cloud user, permissions, device access, the rules that object. */
@NullMarked
package dev.lifeline.access;

import org.jspecify.annotations.NullMarked;
