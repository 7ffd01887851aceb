package dev.lifeline.command;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Window;
import dev.lifeline.rescue.Place;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What did a person do that wants an answer? On disk before the platform is told that it arrived (promise P2).
 *
 * @param id names the delivery: the same delivery twice has the same id
 * @param place the channel it was done in
 * @param replyAddress where a private answer may be sent for a short while
 */
public record Ask(String id, SlackUserId who, Place place, What what, Optional<String> replyAddress, Instant at) {

    /** The longest text that is kept of what a person typed, in characters. */
    public static final int LONGEST = 3_000;

    /** What they did. */
    public sealed interface What {

        /** Typed the slash command. */
        record Typed(String text) implements What {
            public Typed {
                text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
            }
        }

        /**
         * Pressed a button.
         *
         * @param action the button's id, as the platform sent it
         * @param subject the opaque id that the button carried
         */
        record Pressed(String action, String subject) implements What {}

        /**
         * Pressed a button that is answered in a window of their own; it is open by now and says that it waits.
         *
         * @param window empty where it could not be opened
         */
        record PressedForWindow(String action, String subject, Optional<Window> window) implements What {}

        /**
         * Filled in the form of a button and sent it.
         *
         * @param action the button's id
         * @param subject the opaque id that the button carried
         * @param values what was filled in, by field
         */
        record Submitted(String action, String subject, Map<String, String> values) implements What {
            public Submitted {
                values = Map.copyOf(values);
            }
        }
    }

    /** The id of the button that it comes from; empty for what was typed. */
    String action() {
        if (what instanceof What.Pressed pressed) return pressed.action();
        if (what instanceof What.PressedForWindow pressed) return pressed.action();
        return what instanceof What.Submitted form ? form.action() : "";
    }

    /** The window that waits for the answer, where one was opened. */
    public Optional<Window> window() {
        return what instanceof What.PressedForWindow pressed ? pressed.window() : Optional.empty();
    }

    /** Whom a private answer goes to. */
    public Audience audience() {
        return new Audience(who, place, replyAddress);
    }
}
