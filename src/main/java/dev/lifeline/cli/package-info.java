/** The command line: serve, demo, sandbox, doctor, devices, audit. */
@NullMarked
package dev.lifeline.cli;

import org.jspecify.annotations.NullMarked;
