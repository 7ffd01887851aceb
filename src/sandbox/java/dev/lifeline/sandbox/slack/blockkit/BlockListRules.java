package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Are there not too many blocks, is each as it should be, and has each its own id, and each action in it too? */
final class BlockListRules {

    private BlockListRules() {}

    static Validator forSurface(Validator block, Surface surface) {
        return Validator.array(surface.maxBlocks(), block)
                .and(BlockListRules::uniqueBlockIds)
                .and(BlockListRules::uniqueActionIds)
                .and(BlockListRules::markdownLength);
    }

    private static void uniqueBlockIds(JsonNode blocks, String at, ValidationErrors validationErrors) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            String id = blocks.get(i).path("block_id").asText();
            if (!id.isEmpty() && !seen.add(id))
                validationErrors.add(at + "/" + i + "/block_id", "block_id already exists: " + id);
        }
    }

    /** All markdown blocks of one payload share one limit. */
    private static void markdownLength(JsonNode blocks, String at, ValidationErrors validationErrors) {
        int sum = 0;
        for (JsonNode block : blocks) if (block.path("type").asText().equals("markdown")) sum += TextLength.totalChars(block);
        if (sum > BlockKitLimits.MAX_MARKDOWN_SUM_CHARS) validationErrors.add(at, "markdown blocks are too long together");
    }

    private static void uniqueActionIds(JsonNode blocks, String at, ValidationErrors validationErrors) {
        for (int i = 0; i < blocks.size(); i++) {
            Set<String> seen = new HashSet<>();
            JsonNode elements = blocks.get(i).path("elements");
            for (int j = 0; j < elements.size(); j++) {
                String id = elements.get(j).path("action_id").asText();
                if (!id.isEmpty() && !seen.add(id))
                    validationErrors.add(at + "/" + i + "/elements/" + j + "/action_id", "action_id already exists: " + id);
            }
        }
    }
}
