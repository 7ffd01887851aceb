package dev.lifeline.approval;

import java.util.Optional;
import java.util.Set;

/**
 * A channel in which a device can be asked for.
 *
 * @param name without {@code #}; empty for a direct message
 * @param ids every id that it has had; empty for a direct message
 */
record RequestChannel(Optional<String> name, Set<String> ids) {

    /** Any direct message with the bot: no rule can name it. */
    static final RequestChannel DIRECT_MESSAGE = new RequestChannel(Optional.empty(), Set.of());

    RequestChannel {
        ids = Set.copyOf(ids);
    }

    String description() {
        if (equals(DIRECT_MESSAGE)) return "a direct message";
        return name.map(known -> "#" + known).orElseGet(() -> "channel " + String.join(", ", ids));
    }
}
