package dev.lifeline.simulation;

/**
 * A promise that did not hold.
 *
 * @param promise its number, or another rule's name
 */
record Violation(String promise, String what) {}
