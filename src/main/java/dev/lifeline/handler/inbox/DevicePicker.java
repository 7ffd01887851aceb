package dev.lifeline.handler.inbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ChannelId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The devices that a person can choose from in a modal. Only shows: what is chosen is looked up and checked again when it is processed. May
 * block for calls to Slack and to the provider the first time a person is seen in a minute, and answers from memory otherwise. Thread-safe.
 */
public interface DevicePicker {

    /** Begins the value of an option that is no device yet, but what was typed: it is looked up when it is processed. */
    String TYPED = "?";

    /** Offers nothing. */
    DevicePicker NONE = new DevicePicker() {
        @Override
        public Offer offer(SlackUserId user, Optional<ChannelId> channel, Supplier<List<MessageText>> message) {
            return new Offer("", List.of());
        }

        @Override
        public List<Option> suggest(SlackUserId user, Optional<ChannelId> channel, String query) {
            return List.of();
        }
    };

    /**
     * An option of a select.
     *
     * @param value goes back when it is chosen
     */
    record Option(String label, String value) {}

    /**
     * What the modal shows at first.
     *
     * @param notice why nothing can be chosen, or that the message names nothing; empty for no notice
     * @param candidates the devices that the message names, the likeliest first
     */
    record Offer(String notice, List<Option> candidates) {
        public Offer {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * What to show a person when the modal opens, in their language.
     *
     * @param channel where they act; empty where that is not known
     * @param message reads the message that they act on; only read for who is served
     */
    Offer offer(SlackUserId user, Optional<ChannelId> channel, Supplier<List<MessageText>> message);

    /** The devices that match what a person has typed so far, those that begin with it first; at most 100. Never empty for a text. */
    List<Option> suggest(SlackUserId user, Optional<ChannelId> channel, String query);
}
