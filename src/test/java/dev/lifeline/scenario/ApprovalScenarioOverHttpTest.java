package dev.lifeline.scenario;

import dev.lifeline.testkit.HttpModeExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every one of the same approvals with Slack's deliveries coming as signed requests. */
@Tag("long")
@ExtendWith(HttpModeExtension.class)
class ApprovalScenarioOverHttpTest extends ApprovalScenarioTest {}
