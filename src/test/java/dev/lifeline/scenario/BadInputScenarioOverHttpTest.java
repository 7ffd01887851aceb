package dev.lifeline.scenario;

import dev.lifeline.testkit.HttpModeExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every one of the same bad inputs with Slack's deliveries coming as signed requests. */
@ExtendWith(HttpModeExtension.class)
class BadInputScenarioOverHttpTest extends BadInputScenarioTest {}
