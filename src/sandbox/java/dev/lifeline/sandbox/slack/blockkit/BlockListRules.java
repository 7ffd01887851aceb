package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The rules of a list of blocks: how many there may be, each block's own rules, and unique block and action ids. */
final class BlockListRules {

    private BlockListRules() {}

    static Validator forSurface(Validator block, Surface surface) {
        return Validator.array(surface.maxBlocks(), block)
                .and(BlockListRules::uniqueBlockIds)
                .and(BlockListRules::uniqueActionIds)
                .and(BlockListRules::markdownLength);
    }

    private static void uniqueBlockIds(JsonNode blocks, String pointer, ValidationErrors errors) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            String id = blocks.get(i).path("block_id").asText();
            if (!id.isEmpty() && !seen.add(id))
                errors.add(pointer + "/" + i + "/block_id", "block_id already exists: " + id);
        }
    }

    /** All markdown blocks of one payload share one limit. */
    private static void markdownLength(JsonNode blocks, String pointer, ValidationErrors errors) {
        int totalChars = 0;
        for (JsonNode block : blocks) if (block.path("type").asText().equals("markdown")) totalChars += TextLength.totalChars(block);
        if (totalChars > BlockKitLimits.MAX_MARKDOWN_SUM_CHARS) errors.add(pointer, "markdown blocks are too long together");
    }

    private static void uniqueActionIds(JsonNode blocks, String pointer, ValidationErrors errors) {
        for (int i = 0; i < blocks.size(); i++) {
            Set<String> seen = new HashSet<>();
            JsonNode elements = blocks.get(i).path("elements");
            for (int j = 0; j < elements.size(); j++) {
                String id = elements.get(j).path("action_id").asText();
                if (!id.isEmpty() && !seen.add(id))
                    errors.add(pointer + "/" + i + "/elements/" + j + "/action_id", "action_id already exists: " + id);
            }
        }
    }
}
