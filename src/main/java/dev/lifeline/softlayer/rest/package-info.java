/** The provider's REST API: requests, object masks and filters, errors, queries that may be retried and commands that are sent once. */
@NullMarked
package dev.lifeline.softlayer.rest;

import org.jspecify.annotations.NullMarked;
