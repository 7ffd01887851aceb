package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Decides whether Slack would accept blocks or a view, and completes them as Slack does. Thread-safe. */
public final class BlockValidator {

    private final Map<Surface, Validator> rules = new EnumMap<>(Surface.class);
    private final BlockDefaults blockDefaults = new BlockDefaults();

    public BlockValidator() {
        for (Surface surface : Surface.values()) rules.put(surface, BlockListRules.forSurface(BlockRules.forSurface(surface), surface));
    }

    /**
     * Returns the blocks with ids and defaults added; an empty list is accepted.
     *
     * @throws InvalidBlocksException where Slack would refuse them
     */
    public ArrayNode validateBlocks(ArrayNode given, Surface surface) throws InvalidBlocksException {
        if (given.isEmpty()) return given;
        List<String> problems = problems(given, surface, "/blocks");
        if (!problems.isEmpty()) throw new InvalidBlocksException("invalid_blocks", problems);
        if (surface == Surface.MESSAGE && TextLength.totalChars(given) > BlockKitLimits.MAX_MESSAGE_TEXT_SUM_CHARS)
            throw new InvalidBlocksException("msg_blocks_too_long", List.of());
        return blockDefaults.withDefaults(given);
    }

    /**
     * Returns the view, its blocks with ids and defaults added.
     *
     * @throws InvalidBlocksException where Slack would refuse it
     */
    public ObjectNode validateView(JsonNode given, Surface surface) throws InvalidBlocksException {
        ValidationErrors errors = new ValidationErrors();
        ViewRules.forSurface(surface).validate(given, "/view", errors);
        if (errors.isEmpty()) rules(surface).validate(given.path("blocks"), "/view/blocks", errors);
        if (!errors.isEmpty()) throw new InvalidBlocksException("invalid_arguments", errors.messages());
        ObjectNode view = given.deepCopy();
        return view.set("blocks", blockDefaults.withDefaults((ArrayNode) given.path("blocks")));
    }

    private List<String> problems(JsonNode given, Surface surface, String pointer) {
        ValidationErrors errors = new ValidationErrors();
        rules(surface).validate(given, pointer, errors);
        return errors.messages();
    }

    private Validator rules(Surface surface) {
        return rules.getOrDefault(surface, Validator.ANY);
    }
}
