package dev.lifeline.handler;

import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;

/** Handles one slash command, whose arguments are parsed and known. */
@FunctionalInterface
public interface CommandHandler {

    /** Decides what the command does. Reads only. */
    Effects handle(Caller caller);
}
