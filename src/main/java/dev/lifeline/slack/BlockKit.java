package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Part;
import dev.lifeline.message.Span;
import java.util.List;
import java.util.stream.Stream;

/** What does a message look like in Slack? Within every limit of {@link Limit}, whatever the message holds. */
final class BlockKit {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * A message as Slack takes it.
     *
     * @param text what a notification shows and a screen reader reads; escaped
     */
    record Rendered(String text, ArrayNode blocks) {}

    private BlockKit() {}

    /**
     * Renders one version of a message.
     *
     * @param version differs each time that a message is changed, since Slack keeps what was typed or pressed by block id
     */
    static Rendered render(Message message, String version) {
        Allowance allowance = new Allowance(textOfButtons(message));
        List<ObjectNode> blocks = Stream.concat(
                        Stream.of(title(message, allowance)),
                        message.parts().stream().flatMap(part -> blocks(part, message, allowance)))
                .filter(BlockKit::saysSomething)
                .toList();
        return new Rendered(FallbackText.of(message), numbered(fitting(blocks), version));
    }

    private static int textOfButtons(Message message) {
        return message.parts().stream()
                .filter(Part.Choices.class::isInstance)
                .flatMap(part -> blocks(part, message, new Allowance()))
                .mapToInt(BlockKit::text)
                .sum();
    }

    private static int text(JsonNode node) {
        JsonNode own = node.path("text");
        int length = own.isTextual() ? Limit.length(own.asText()) : 0;
        for (JsonNode child : node) length += text(child);
        return length;
    }

    private static ObjectNode title(Message message, Allowance allowance) {
        Line title = message.title();
        RichText richText = new RichText(allowance);
        if (!message.headed()) return richText.paragraph(title);
        return fitsHeader(title) ? header(allowance.of(CleanText.line(title.plain()))) : richText.title(title);
    }

    /** A header takes plain text only, so no person and no moment. */
    private static boolean fitsHeader(Line title) {
        boolean words =
                title.spans().stream().noneMatch(span -> span instanceof Span.Mention || span instanceof Span.Moment);
        return words
                && Limit.HEADER.holds(title.plain())
                && !CleanText.line(title.plain()).isBlank();
    }

    private static ObjectNode header(String title) {
        ObjectNode block = JSON.objectNode().put("type", "header");
        block.putObject("text").put("type", "plain_text").put("text", title).put("emoji", false);
        return block;
    }

    private static Stream<ObjectNode> blocks(Part part, Message message, Allowance allowance) {
        RichText richText = new RichText(allowance);
        if (part instanceof Part.Paragraph paragraph) return Stream.of(richText.paragraph(paragraph.line()));
        if (part instanceof Part.Bullets bullets) return Stream.of(richText.bullets(bullets.lines()));
        if (part instanceof Part.Facts facts) return Stream.of(richText.facts(facts.facts()));
        if (part instanceof Part.Note note) return Stream.of(new SmallPrint(allowance).note(note.line()));
        if (part instanceof Part.Verbatim verbatim) return Stream.of(richText.verbatim(verbatim.text()));
        if (part instanceof Part.Elsewhere elsewhere) return Stream.of(richText.elsewhere(elsewhere));
        Part.Choices choices = (Part.Choices) part;
        return new Buttons(CleanText.line(message.title().plain())).rows(choices.choices()).stream();
    }

    /** Slack refuses an element without anything in it, and with it the whole message. */
    private static boolean saysSomething(ObjectNode block) {
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

    /** Buttons stand last and are what a message is for: where there is too much, it goes from the middle. */
    private static List<ObjectNode> fitting(List<ObjectNode> blocks) {
        int tooMany = blocks.size() - Limit.BLOCKS.most();
        if (tooMany <= 0) return blocks;
        List<ObjectNode> buttons = blocks.stream().filter(BlockKit::isButtons).toList();
        List<ObjectNode> others =
                blocks.stream().filter(block -> !isButtons(block)).toList();
        int room = Math.max(0, Limit.BLOCKS.most() - buttons.size());
        return Stream.concat(others.stream().limit(room), buttons.stream())
                .limit(Limit.BLOCKS.most())
                .toList();
    }

    private static boolean isButtons(ObjectNode block) {
        return "actions".equals(block.path("type").asText());
    }

    private static ArrayNode numbered(List<ObjectNode> blocks, String version) {
        ArrayNode array = JSON.arrayNode();
        for (ObjectNode block : blocks)
            array.add(block.put("block_id", Limit.BLOCK_ID.whole(version + "-" + array.size())));
        return array;
    }
}
