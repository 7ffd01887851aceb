package dev.lifeline.approval;

/** What does one rule of a policy ask for, of what it matches? */
public record Rule(String name, Match match, Ruling ruling) {}
