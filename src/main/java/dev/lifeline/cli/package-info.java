/** What an operator types: serve, demo, sandbox, doctor, devices. */
@NullMarked
package dev.lifeline.cli;

import org.jspecify.annotations.NullMarked;
