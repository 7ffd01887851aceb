/** The only adapter to Slack: Socket Mode and HTTP in, Web API and Block Kit out. */
@NullMarked
package dev.lifeline.slack;

import org.jspecify.annotations.NullMarked;
