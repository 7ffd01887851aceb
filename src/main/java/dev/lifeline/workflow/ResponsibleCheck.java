package dev.lifeline.workflow;

import dev.lifeline.rescue.RescueEvent.ResponsibleUnavailable;
import dev.lifeline.rescue.RescueRequest;
import java.util.Optional;

/** Tells whether the person who is to be reminded of a request can answer. */
@FunctionalInterface
public interface ResponsibleCheck {

    /** Who cannot answer, and who is told instead; empty where they can, or nobody knows. May block for lookups. */
    Optional<ResponsibleUnavailable> findUnavailable(RescueRequest request);
}
