/** The front desk: one small class for each thing a person can ask for. */
@NullMarked
package dev.lifeline.handler;

import org.jspecify.annotations.NullMarked;
