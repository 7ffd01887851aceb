/**
 * Handlers that link Slack users to cloud users. They decide by the cloud user that was read for the interaction, never one from a cache
 * (promise P4).
 */
@NullMarked
package dev.lifeline.handler.link;

import org.jspecify.annotations.NullMarked;
