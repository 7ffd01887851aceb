/** The loopback HTTP server that both stand-ins answer on. */
@NullMarked
package dev.lifeline.sandbox.web;

import org.jspecify.annotations.NullMarked;
