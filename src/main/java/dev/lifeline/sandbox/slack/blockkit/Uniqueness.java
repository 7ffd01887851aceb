package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Are there not too many blocks, is each as it should be, and has each its own id, and each action in it too? */
final class Uniqueness {

    private Uniqueness() {}

    static Check within(Check block, Surface surface) {
        return Check.list(surface.mostBlocks(), block)
                .and(Uniqueness::blockIds)
                .and(Uniqueness::actionIds)
                .and(Uniqueness::markdown);
    }

    private static void blockIds(JsonNode blocks, String at, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            String id = blocks.get(i).path("block_id").asText();
            if (!id.isEmpty() && !seen.add(id))
                problems.add(at + "/" + i + "/block_id", "block_id already exists: " + id);
        }
    }

    /** All markdown blocks of one payload share one limit. */
    private static void markdown(JsonNode blocks, String at, Problems problems) {
        int sum = 0;
        for (JsonNode block : blocks) if (block.path("type").asText().equals("markdown")) sum += Length.of(block);
        if (sum > Limits.MARKDOWN_SUM) problems.add(at, "markdown blocks are too long together");
    }

    private static void actionIds(JsonNode blocks, String at, Problems problems) {
        for (int i = 0; i < blocks.size(); i++) {
            Set<String> seen = new HashSet<>();
            JsonNode elements = blocks.get(i).path("elements");
            for (int j = 0; j < elements.size(); j++) {
                String id = elements.get(j).path("action_id").asText();
                if (!id.isEmpty() && !seen.add(id))
                    problems.add(at + "/" + i + "/elements/" + j + "/action_id", "action_id already exists: " + id);
            }
        }
    }
}
