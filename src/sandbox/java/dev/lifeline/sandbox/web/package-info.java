/** The loopback HTTP server of both fakes. */
@NullMarked
package dev.lifeline.sandbox.web;

import org.jspecify.annotations.NullMarked;
