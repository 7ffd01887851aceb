/** Handlers that show and change permissions and device access at the provider. They read users afresh and never from a cache. */
@NullMarked
package dev.lifeline.handler.access;

import org.jspecify.annotations.NullMarked;
