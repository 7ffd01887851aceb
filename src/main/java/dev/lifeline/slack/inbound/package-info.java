/** What arrives from Slack over Socket Mode or HTTP: verified, stored in the inbox, then acknowledged. */
@NullMarked
package dev.lifeline.slack.inbound;

import org.jspecify.annotations.NullMarked;
