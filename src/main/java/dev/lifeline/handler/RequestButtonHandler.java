package dev.lifeline.handler;

import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.rescue.RescueRequest;

/** Handles a click on a button that belongs to a rescue request. */
@FunctionalInterface
public interface RequestButtonHandler {

    /** Decides what the click does. Reads only. */
    Effects handle(Caller caller, RescueRequest request, ButtonInput input);
}
