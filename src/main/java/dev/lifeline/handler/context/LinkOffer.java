package dev.lifeline.handler.context;

import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.inbox.Interaction;

/** Gives a person, alone, the address of the page on which they show who they are on the account. */
@FunctionalInterface
public interface LinkOffer {

    /** The address is issued when the effects are applied. */
    Effects handle(Interaction interaction, SlackUser slackUser);
}
