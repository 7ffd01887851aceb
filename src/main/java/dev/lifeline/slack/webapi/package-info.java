/** Calls to Slack's Web API, with their errors, rate limits and retries; users, user groups and channels read from it. */
@NullMarked
package dev.lifeline.slack.webapi;

import org.jspecify.annotations.NullMarked;
