package dev.lifeline.handler.context;

import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.Policy;

/** Who else has to agree, and who are they? */
public record ApprovalServices(Policy policy, ApproverResolver approverResolver) {}
