/** Takes rescue requests on without a user: due steps, device polling, and status messages that cannot be delivered. */
@NullMarked
package dev.lifeline.workflow;

import org.jspecify.annotations.NullMarked;
