package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Json;
import java.util.List;

/** {@code blocks.validate}: would these blocks be taken in a message? Needs no scope (slack.md 4.7). */
record BlockMethods(Contents contents) {

    List<Method> all() {
        return List.of(Method.bot("blocks.validate", Tier.TIER_3, this::validate));
    }

    private ObjectNode validate(Arguments arguments) throws Refused {
        contents.blocks(arguments);
        return Json.object();
    }
}
