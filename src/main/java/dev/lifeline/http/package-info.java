/** The only door for HTTP in: Slack's endpoint, the pages of links, health, metrics. */
@NullMarked
package dev.lifeline.http;

import org.jspecify.annotations.NullMarked;
