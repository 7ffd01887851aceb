package dev.lifeline.approval;

import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Plan;

/** Who else must agree to this plan before it is carried out, and within what time? */
@FunctionalInterface
public interface Policy {

    /** The built-in policy: the permission decides, nobody else is asked. */
    Policy PERMISSION_DECIDES = plan -> Clearance.NONE_NEEDED;

    Clearance clearance(Plan plan);
}
