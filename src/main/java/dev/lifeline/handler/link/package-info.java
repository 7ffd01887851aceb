/** Handlers that link Slack users to cloud users. They read users afresh and never from a cache. */
@NullMarked
package dev.lifeline.handler.link;

import org.jspecify.annotations.NullMarked;
