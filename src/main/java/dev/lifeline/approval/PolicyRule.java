package dev.lifeline.approval;

/** One rule of a policy: its name, the requests that it matches, and its decision on them. */
public record PolicyRule(String name, Match match, PolicyDecision decision) {}
