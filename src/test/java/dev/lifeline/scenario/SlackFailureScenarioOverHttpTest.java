package dev.lifeline.scenario;

import dev.lifeline.testkit.HttpModeExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every one of the same bad days with Slack's deliveries coming as signed requests. */
@Tag("long")
@ExtendWith(HttpModeExtension.class)
class SlackFailureScenarioOverHttpTest extends SlackFailureScenarioTest {}
