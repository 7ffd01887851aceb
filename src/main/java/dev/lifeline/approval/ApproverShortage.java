package dev.lifeline.approval;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Too few of the people whom a rule names can approve a request.
 *
 * @param able number of humans who can, without the requester; less than the quorum
 * @param obstacles why the others cannot, by person
 */
public record ApproverShortage(int able, Map<SlackUserId, DenialReason> obstacles) {

    public ApproverShortage {
        if (able < 0) throw new IllegalArgumentException("a number of people is 0 or more: " + able);
        obstacles = Collections.unmodifiableMap(new LinkedHashMap<>(obstacles));
    }
}
