/**
 * Handlers that show and change permissions and device access at the provider. They decide by the cloud user that was read for the
 * interaction, never one from a cache (promise P4).
 */
@NullMarked
package dev.lifeline.handler.access;

import org.jspecify.annotations.NullMarked;
