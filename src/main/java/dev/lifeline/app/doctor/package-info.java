/** The checks of {@code doctor} and of {@code /rescue doctor}: what an installation lacks, one line each with the remedy. They change nothing. */
@NullMarked
package dev.lifeline.app.doctor;

import org.jspecify.annotations.NullMarked;
