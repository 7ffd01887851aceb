/** The Web API: methods, tokens, scopes, rate limits, and the response URLs. */
@NullMarked
package dev.lifeline.sandbox.slack.api;

import org.jspecify.annotations.NullMarked;
