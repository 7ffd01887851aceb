package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.world.Controls;
import dev.lifeline.sandbox.classic.world.EventLog;
import dev.lifeline.sandbox.classic.world.Fleet;
import dev.lifeline.sandbox.classic.world.Grants;
import dev.lifeline.sandbox.classic.world.People;

/** The whole pretend account: what is in it and what can be done with it. */
record Estate(Fleet fleet, People people, Grants grants, Controls controls, EventLog events) {}
