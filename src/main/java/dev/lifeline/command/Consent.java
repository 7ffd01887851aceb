package dev.lifeline.command;

import dev.lifeline.approval.Electing;
import dev.lifeline.approval.Policy;

/** Who else has to agree, and who are they? */
public record Consent(Policy policy, Electing electing) {}
