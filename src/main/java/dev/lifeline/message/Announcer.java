package dev.lifeline.message;

import dev.lifeline.rescue.Place;
import dev.lifeline.rescue.RequestId;

/**
 * How does what the bot says get out? Written down at once, together with what it is about, and delivered in order soon after; a
 * call never waits for the platform and never fails because of it.
 */
public interface Announcer {

    /** Shows the request's card: posts it the first time, edits it in place from then on. Only the newest has to be seen. */
    void card(RequestId request, Place place, Message card);

    /** Adds a reply to the thread under the request's card. Every one is seen, once, in order. */
    void inThread(RequestId request, Place place, Message reply);

    /** Answers one person, seen by nobody else. */
    void privately(Audience audience, Message answer);
}
