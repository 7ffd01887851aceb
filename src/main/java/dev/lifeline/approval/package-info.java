/** The policy: which requests are denied, how many have to approve, who, and within what time. */
@NullMarked
package dev.lifeline.approval;

import org.jspecify.annotations.NullMarked;
