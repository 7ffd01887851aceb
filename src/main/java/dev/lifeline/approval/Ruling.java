package dev.lifeline.approval;

import dev.lifeline.rescue.Clearance;

/** What does the policy say? */
public sealed interface Ruling {

    /**
     * Not by this bot, whoever agrees.
     *
     * @param rule which one says so
     * @param version of the whole policy, so that the record tells which one said so
     * @param because in the policy's own words, for the requester
     */
    record Denied(String rule, String version, String because) implements Ruling {}

    /** Yes, once this is done. */
    record Asks(Clearance clearance) implements Ruling {}
}
