package dev.lifeline.scenario;

import dev.lifeline.testkit.HttpModeExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same storm with every delivery a signed request; there are no sockets to cut. */
@Tag("long")
@ExtendWith(HttpModeExtension.class)
class LoadWithFaultsOverHttpTest extends LoadWithFaultsTest {}
