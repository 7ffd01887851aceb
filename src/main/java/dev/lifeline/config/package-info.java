/** Settings and policy of the operator, from the environment and YAML files; all problems are reported at once. */
@NullMarked
package dev.lifeline.config;

import org.jspecify.annotations.NullMarked;
