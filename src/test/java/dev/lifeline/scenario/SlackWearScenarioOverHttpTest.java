package dev.lifeline.scenario;

import dev.lifeline.testkit.HttpModeExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The {@link SlackWearScenarioTest} in HTTP mode. */
@Tag("long")
@ExtendWith(HttpModeExtension.class)
class SlackWearScenarioOverHttpTest extends SlackWearScenarioTest {}
