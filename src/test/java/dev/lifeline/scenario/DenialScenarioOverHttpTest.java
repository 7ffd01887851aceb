package dev.lifeline.scenario;

import dev.lifeline.testkit.HttpModeExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** The {@link DenialScenarioTest} in HTTP mode. */
@ExtendWith(HttpModeExtension.class)
class DenialScenarioOverHttpTest extends DenialScenarioTest {}
