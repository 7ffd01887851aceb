package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** Would Slack take these blocks, and what does it make of them? */
public final class Blocks {

    private final Completion completion = new Completion();

    /**
     * The blocks with ids and defaults added.
     *
     * @throws Rejected where Slack would refuse them
     */
    public ArrayNode accept(ArrayNode given, Surface surface) throws Rejected {
        return completion.of(given);
    }
}
