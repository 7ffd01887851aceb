/** Who must agree, how many, within what time: the policy. */
@NullMarked
package dev.lifeline.approval;

import org.jspecify.annotations.NullMarked;
