package dev.lifeline.scenario;

import dev.lifeline.testkit.OverHttp;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every one of the same refusals with Slack's deliveries coming as signed requests. */
@ExtendWith(OverHttp.class)
class RefusalScenarioOverHttpTest extends RefusalScenarioTest {}
