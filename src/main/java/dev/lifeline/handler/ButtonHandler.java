package dev.lifeline.handler;

import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;

/** Handles a click on a button, or the submission of the form that the button opened. */
@FunctionalInterface
public interface ButtonHandler {

    /**
     * Decides what the click does. Reads only.
     *
     * @param value what the button carried, which the client may have forged (promise P9)
     */
    Effects handle(Caller caller, String value);
}
