/** Installations in further workspaces by OAuth: the installation itself, and tokens that are encrypted in the store and renewed in time. */
@NullMarked
package dev.lifeline.slack.oauth;

import org.jspecify.annotations.NullMarked;
