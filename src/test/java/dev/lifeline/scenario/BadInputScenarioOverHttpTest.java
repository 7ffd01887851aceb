package dev.lifeline.scenario;

import dev.lifeline.testkit.HttpModeExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** The {@link BadInputScenarioTest} in HTTP mode. */
@ExtendWith(HttpModeExtension.class)
class BadInputScenarioOverHttpTest extends BadInputScenarioTest {}
