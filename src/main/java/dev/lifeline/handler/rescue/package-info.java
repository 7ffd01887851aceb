/** Handlers that decide about a rescue: request, confirmation, approval, break-glass, exit, access to the device. They read users afresh and never from a cache. */
@NullMarked
package dev.lifeline.handler.rescue;

import org.jspecify.annotations.NullMarked;
