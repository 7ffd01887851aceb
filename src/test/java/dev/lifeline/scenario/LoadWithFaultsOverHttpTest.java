package dev.lifeline.scenario;

import dev.lifeline.testkit.HttpModeExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The {@link LoadWithFaultsTest} in HTTP mode, where there are no sockets to cut. */
@Tag("long")
@ExtendWith(HttpModeExtension.class)
class LoadWithFaultsOverHttpTest extends LoadWithFaultsTest {}
