package dev.lifeline.approval;

/** What does one rule of a policy ask for, of what it matches? */
public record PolicyRule(String name, Match match, PolicyDecision decision) {}
