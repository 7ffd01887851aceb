package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Would Slack take these blocks, and what does it make of them? */
public final class Blocks {

    private final Map<Surface, Check> rules = new EnumMap<>(Surface.class);
    private final Completion completion = new Completion();

    public Blocks() {
        for (Surface surface : Surface.values()) rules.put(surface, Uniqueness.within(BlockRules.on(surface), surface));
    }

    /**
     * The blocks with ids and defaults added. No blocks are fine.
     *
     * @throws Rejected where Slack would refuse them
     */
    public ArrayNode accept(ArrayNode given, Surface surface) throws Rejected {
        if (given.isEmpty()) return given;
        List<String> problems = problems(given, surface, "/blocks");
        if (!problems.isEmpty()) throw new Rejected("invalid_blocks", problems);
        if (surface == Surface.MESSAGE && Length.of(given) > Limits.MESSAGE_TEXT_SUM)
            throw new Rejected("msg_blocks_too_long", List.of());
        return completion.of(given);
    }

    /**
     * A view, its blocks with ids and defaults added.
     *
     * @throws Rejected where Slack would refuse it
     */
    public ObjectNode acceptView(JsonNode given, Surface surface) throws Rejected {
        Problems problems = new Problems();
        ViewRules.on(surface).look(given, "/view", problems);
        if (problems.none()) rules(surface).look(given.path("blocks"), "/view/blocks", problems);
        if (!problems.none()) throw new Rejected("invalid_arguments", problems.all());
        ObjectNode view = given.deepCopy();
        return view.set("blocks", completion.of((ArrayNode) given.path("blocks")));
    }

    private List<String> problems(JsonNode given, Surface surface, String at) {
        Problems problems = new Problems();
        rules(surface).look(given, at, problems);
        return problems.all();
    }

    private Check rules(Surface surface) {
        return rules.getOrDefault(surface, Check.ANYTHING);
    }
}
