package dev.lifeline.scenario;

import dev.lifeline.testkit.OverHttp;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same conversations with Slack's deliveries coming as signed requests. */
@ExtendWith(OverHttp.class)
class RescueScenarioOverHttpTest extends RescueScenarioTest {}
