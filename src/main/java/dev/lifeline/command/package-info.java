/** The front desk: one small class for each thing a person can ask for. */
@NullMarked
package dev.lifeline.command;

import org.jspecify.annotations.NullMarked;
