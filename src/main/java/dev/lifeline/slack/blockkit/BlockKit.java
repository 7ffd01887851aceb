package dev.lifeline.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.Audience;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders messages as Block Kit, within every {@link BlockKitLimit}. Stateless and thread-safe. */
public final class BlockKit {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * A rendered message.
     *
     * @param text shown in notifications and read by screen readers; escaped
     * @param blocksWithoutPlan the same for a workspace that refuses plans; empty where there is no plan in the blocks
     */
    public record RenderedMessage(String text, ArrayNode blocks, Optional<ArrayNode> blocksWithoutPlan) {}

    private BlockKit() {}

    /**
     * Renders one version of a message.
     *
     * @param marked the message, as {@link Audience#select} gives it or with all that is in it
     * @param version prefix of the block ids; differs for each update, since Slack keeps what was typed or clicked per block id
     */
    public static RenderedMessage render(Message marked, String version) {
        Message message = Audience.WORKSPACE.select(marked);
        boolean hasPlan = message.blocks().stream().anyMatch(MessageBlock.Steps.class::isInstance);
        return new RenderedMessage(
                FallbackText.of(message),
                blocks(message, version, true),
                hasPlan ? Optional.of(blocks(message, version, false)) : Optional.empty());
    }

    private static ArrayNode blocks(Message message, String version, boolean plans) {
        TextBudget textBudget = new TextBudget(countButtonChars(message));
        List<ObjectNode> blocks = Stream.concat(
                        Stream.of(title(message, textBudget)),
                        message.blocks().stream()
                                .flatMap(messageBlock -> blocks(messageBlock, message, textBudget, plans)))
                .filter(BlockKit::hasContent)
                .toList();
        return withBlockIds(limitBlocks(blocks), version);
    }

    private static Stream<ObjectNode> blocks(
            MessageBlock messageBlock, Message message, TextBudget textBudget, boolean plans) {
        if (!(messageBlock instanceof MessageBlock.Steps steps)) return blocks(messageBlock, message, textBudget);
        PlanBlock planBlock = new PlanBlock(textBudget);
        return plans ? Stream.of(planBlock.plan(steps)) : planBlock.plain(steps);
    }

    private static int countButtonChars(Message message) {
        return message.blocks().stream()
                .filter(MessageBlock.Buttons.class::isInstance)
                .flatMap(messageBlock -> blocks(messageBlock, message, new TextBudget()))
                .mapToInt(BlockKit::countTextChars)
                .sum();
    }

    private static int countTextChars(JsonNode node) {
        JsonNode text = node.path("text");
        int length = text.isTextual() ? BlockKitLimit.codePointLength(text.asText()) : 0;
        for (JsonNode child : node) length += countTextChars(child);
        return length;
    }

    private static ObjectNode title(Message message, TextBudget textBudget) {
        TextLine title = message.title();
        RichTextBlock richTextBlock = new RichTextBlock(textBudget);
        if (!message.withHeader()) return richTextBlock.paragraph(title);
        return fitsHeader(title)
                ? header(textBudget.take(TextSanitizer.sanitizeLine(title.plainText())))
                : richTextBlock.title(title);
    }

    /** A header takes plain text only, so no user mention and no date. */
    private static boolean fitsHeader(TextLine title) {
        boolean plainTextOnly = title.runs().stream()
                .noneMatch(textRun -> textRun instanceof TextRun.UserMention || textRun instanceof TextRun.Timestamp);
        return plainTextOnly
                && BlockKitLimit.HEADER_TEXT.fits(title.plainText())
                && !TextSanitizer.sanitizeLine(title.plainText()).isBlank();
    }

    private static ObjectNode header(String title) {
        ObjectNode block = JSON.objectNode().put("type", "header");
        block.putObject("text").put("type", "plain_text").put("text", title).put("emoji", false);
        return block;
    }

    private static Stream<ObjectNode> blocks(MessageBlock messageBlock, Message message, TextBudget textBudget) {
        RichTextBlock richTextBlock = new RichTextBlock(textBudget);
        if (messageBlock instanceof MessageBlock.Paragraph paragraph)
            return Stream.of(richTextBlock.paragraph(paragraph.textLine()));
        if (messageBlock instanceof MessageBlock.BulletList bulletList)
            return Stream.of(richTextBlock.bullets(bulletList.textLines()));
        if (messageBlock instanceof MessageBlock.Fields fields) return Stream.of(richTextBlock.facts(fields.fields()));
        if (messageBlock instanceof MessageBlock.Context context)
            return Stream.of(new ContextBlock(textBudget).block(context.textLine()));
        if (messageBlock instanceof MessageBlock.Preformatted preformatted)
            return Stream.of(richTextBlock.preformatted(preformatted.text()));
        if (messageBlock instanceof MessageBlock.Permalink permalink)
            return Stream.of(richTextBlock.permalink(permalink));
        if (messageBlock instanceof MessageBlock.Row row) return new SectionBlock(textBudget).block(row).stream();
        MessageBlock.Buttons buttons = (MessageBlock.Buttons) messageBlock;
        return new ActionsBlock(TextSanitizer.sanitizeLine(message.title().plainText())).blocks(buttons).stream();
    }

    /** Slack rejects a message with an empty element. */
    private static boolean hasContent(ObjectNode block) {
        if (!block.has("elements")) return true;
        block.path("elements").forEach(BlockKit::dropEmptyItems);
        return Stream.of(block.path("elements"))
                .flatMap(elements -> elements.valueStream())
                .anyMatch(element ->
                        !element.has("elements") || !element.path("elements").isEmpty());
    }

    private static void dropEmptyItems(JsonNode element) {
        if (!"rich_text_list".equals(element.path("type").asText())) return;
        var items = element.path("elements").elements();
        while (items.hasNext()) if (items.next().path("elements").isEmpty()) items.remove();
    }

    /** Buttons stand last and are what a message is for: excess blocks are dropped before them. */
    private static List<ObjectNode> limitBlocks(List<ObjectNode> blocks) {
        int tooMany = blocks.size() - BlockKitLimit.BLOCKS.max();
        if (tooMany <= 0) return blocks;
        List<ObjectNode> buttons =
                blocks.stream().filter(BlockKit::isActionsBlock).toList();
        List<ObjectNode> others =
                blocks.stream().filter(block -> !isActionsBlock(block)).toList();
        int remaining = Math.max(0, BlockKitLimit.BLOCKS.max() - buttons.size());
        return Stream.concat(others.stream().limit(remaining), buttons.stream())
                .limit(BlockKitLimit.BLOCKS.max())
                .toList();
    }

    private static boolean isActionsBlock(ObjectNode block) {
        return "actions".equals(block.path("type").asText());
    }

    private static ArrayNode withBlockIds(List<ObjectNode> blocks, String version) {
        ArrayNode array = JSON.arrayNode();
        for (ObjectNode block : blocks)
            array.add(block.put("block_id", BlockKitLimit.BLOCK_ID.requireFits(version + "-" + array.size())));
        return array;
    }
}
