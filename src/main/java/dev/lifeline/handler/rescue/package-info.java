/**
 * Handlers that decide about a rescue: request, confirmation, approval, break-glass, exit, access to the device. They decide by the cloud
 * user that was read for the interaction, never one from a cache (promise P4).
 */
@NullMarked
package dev.lifeline.handler.rescue;

import org.jspecify.annotations.NullMarked;
