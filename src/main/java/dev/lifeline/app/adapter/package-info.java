/** What the adapters take, made from the operator's settings. */
@NullMarked
package dev.lifeline.app.adapter;

import org.jspecify.annotations.NullMarked;
