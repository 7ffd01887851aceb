/** The Home tab of each person, published and kept fresh while they look at it. */
@NullMarked
package dev.lifeline.slack.home;

import org.jspecify.annotations.NullMarked;
