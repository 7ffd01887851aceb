package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.handler.inbox.CommandText;
import dev.lifeline.handler.inbox.MessageText;
import dev.lifeline.handler.inbox.MessageText.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the text of a Slack message from its JSON: the text itself, blocks of every kind, attachments with all their fields, unfurls, code
 * and tables. What it does not know it reads by the names of the properties, because Slack adds kinds of blocks. Reads a bounded number
 * of pieces, so that no message takes long.
 */
final class MessageReader {

    private static final int MAX_PIECES = 300;
    private static final int MAX_DEPTH = 12;

    /** Properties that hold no words for a person. */
    private static final Set<String> SKIPPED = Set.of(
            "type",
            "id",
            "ts",
            "color",
            "block_id",
            "action_id",
            "callback_id",
            "style",
            "mrkdwn_in",
            "user",
            "user_id",
            "team",
            "team_id",
            "bot_id",
            "app_id",
            "bot_profile",
            "client_msg_id",
            "icons",
            "reactions",
            "shares",
            "channel",
            "channel_id",
            "private_metadata",
            "accessory",
            "actions",
            "confirm",
            "edited",
            "language",
            "blob",
            "token");

    private static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("title", Place.TITLE),
            Map.entry("header", Place.TITLE),
            Map.entry("text", Place.TEXT),
            Map.entry("pretext", Place.TEXT),
            Map.entry("value", Place.TEXT),
            Map.entry("body", Place.TEXT),
            Map.entry("subtitle", Place.TEXT),
            Map.entry("description", Place.TEXT),
            Map.entry("preview", Place.CODE),
            Map.entry("plain_text", Place.CODE),
            Map.entry("url", Place.LINK),
            Map.entry("title_link", Place.LINK),
            Map.entry("from_url", Place.LINK),
            Map.entry("original_url", Place.LINK),
            Map.entry("author_link", Place.LINK),
            Map.entry("image_url", Place.LINK),
            Map.entry("thumb_url", Place.LINK),
            Map.entry("permalink", Place.LINK));

    private final List<MessageText> pieces = new ArrayList<>();

    private MessageReader() {}

    /** The pieces of a message, in order. */
    static List<MessageText> read(JsonNode message) {
        MessageReader reader = new MessageReader();
        reader.readText(message.path("text").asText(""));
        message.path("blocks").forEach(block -> reader.readBlock(block, 0));
        message.path("attachments").forEach(attachment -> reader.readAttachment(attachment, 0));
        message.path("files").forEach(file -> reader.readProperties(file, Place.SMALL_PRINT, 0));
        reader.readPayload(message.path("metadata").path("event_payload"), 0);
        return List.copyOf(reader.pieces);
    }

    private void add(Place place, String label, String markup) {
        if (markup.isBlank() || pieces.size() >= MAX_PIECES) return;
        pieces.add(new MessageText(place, CommandText.toPlainText(label), CommandText.toPlainText(markup)));
    }

    /** The first line of a text is its title, where more lines follow. */
    private void readText(String markup) {
        String text = CommandText.truncate(markup).strip();
        int end = text.indexOf('\n');
        add(end < 0 ? Place.TEXT : Place.TITLE, "", end < 0 ? text : text.substring(0, end));
        if (end >= 0) readLines(text.substring(end));
    }

    /** Lines such as {@code *Host:* web-07} are fields. */
    private void readLines(String markup) {
        CommandText.truncate(markup).lines().limit(MAX_PIECES).forEach(line -> {
            LabelledLine labelled = LabelledLine.parse(line);
            add(labelled.label().isEmpty() ? Place.TEXT : Place.FIELD, labelled.label(), labelled.text());
        });
    }

    private void readBlock(JsonNode block, int depth) {
        if (depth > MAX_DEPTH || !block.isObject()) return;
        switch (block.path("type").asText()) {
            case "header" ->
                add(Place.TITLE, "", block.path("text").path("text").asText());
            case "section" -> readSection(block);
            case "markdown" -> readLines(block.path("text").asText());
            case "context" ->
                block.path("elements")
                        .forEach(element -> add(
                                Place.SMALL_PRINT,
                                "",
                                element.path("text")
                                        .asText(element.path("alt_text").asText())));
            case "rich_text" -> block.path("elements").forEach(element -> readRichText(element, Place.TEXT, depth));
            case "table" -> readTable(block.path("rows"), depth);
            case "image", "actions", "context_actions" -> readProperties(block, Place.SMALL_PRINT, depth);
            default -> readProperties(block, Place.TEXT, depth);
        }
    }

    private void readSection(JsonNode section) {
        readLines(section.path("text").path("text").asText());
        section.path("fields").forEach(field -> {
            LabelledLine labelled = LabelledLine.parse(field.path("text").asText());
            add(Place.FIELD, labelled.label(), labelled.text());
        });
    }

    /** The runs of one section of rich text are one piece, because words are cut by formatting. */
    private void readRichText(JsonNode element, Place place, int depth) {
        if (depth > MAX_DEPTH) return;
        String type = element.path("type").asText();
        Place here = type.equals("rich_text_preformatted") ? Place.CODE : place;
        if (type.equals("rich_text_list")) {
            element.path("elements").forEach(item -> readRichText(item, here, depth + 1));
            return;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode run : element.path("elements")) {
            text.append(run.path("text")
                    .asText(
                            run.path("type").asText().equals("link")
                                    ? run.path("url").asText()
                                    : ""));
            add(Place.LINK, "", run.path("url").asText());
        }
        if (here == Place.CODE) addCode(text.toString());
        else readLines(text.toString());
    }

    private void addCode(String text) {
        CommandText.truncate(text).lines().limit(MAX_PIECES).forEach(line -> add(Place.CODE, "", line));
    }

    /** The first row names the columns; in a table of two columns the first one names the rows. */
    private void readTable(JsonNode rows, int depth) {
        List<List<String>> table = Stream.iterate(0, index -> index < rows.size(), index -> index + 1)
                .limit(MAX_PIECES)
                .map(index -> cells(rows.path(index), depth))
                .toList();
        List<String> header = table.isEmpty() ? List.of() : table.get(0);
        for (List<String> row : table)
            for (int column = 0; column < row.size(); column++)
                add(Place.FIELD, label(header, row, column), row.get(column));
    }

    private static String label(List<String> header, List<String> row, int column) {
        boolean pairs = row.size() == 2 && column == 1;
        return pairs ? row.get(0) : column < header.size() ? header.get(column) : "";
    }

    private static List<String> cells(JsonNode row, int depth) {
        return row.valueStream()
                .limit(MAX_PIECES)
                .map(cell -> cellText(cell, depth))
                .toList();
    }

    private static String cellText(JsonNode cell, int depth) {
        MessageReader reader = new MessageReader();
        if (cell.path("type").asText().equals("rich_text")) reader.readBlock(cell, depth + 1);
        return reader.pieces.stream()
                .filter(piece -> piece.place() != Place.LINK)
                .map(MessageText::text)
                .reduce((some, others) -> some + " " + others)
                .orElseGet(() -> cell.path("text").asText());
    }

    private void readAttachment(JsonNode attachment, int depth) {
        if (depth > MAX_DEPTH || !attachment.isObject()) return;
        attachment.path("fields").forEach(field -> {
            add(Place.FIELD, field.path("title").asText(), field.path("value").asText());
            add(Place.FIELD, "", field.path("title").asText());
        });
        readLines(attachment.path("text").asText());
        attachment.path("blocks").forEach(block -> readBlock(block, depth + 1));
        attachment
                .path("message_blocks")
                .forEach(nested -> nested.path("message").path("blocks").forEach(block -> readBlock(block, depth + 1)));
        attachment.properties().stream()
                .filter(property ->
                        !Set.of("fields", "text", "blocks", "message_blocks").contains(property.getKey()))
                .forEach(
                        property -> readProperty(property.getKey(), property.getValue(), Place.SMALL_PRINT, depth + 1));
    }

    /** The payload of metadata that an app attached: its properties are fields. */
    private void readPayload(JsonNode payload, int depth) {
        if (depth > MAX_DEPTH) return;
        payload.properties().forEach(property -> {
            if (property.getValue().isValueNode())
                add(Place.FIELD, property.getKey(), property.getValue().asText());
            else readPayload(property.getValue(), depth + 1);
        });
    }

    private void readProperties(JsonNode node, Place place, int depth) {
        if (depth > MAX_DEPTH) return;
        if (node.isTextual()) add(place, "", node.asText());
        if (node.isArray()) node.forEach(item -> readProperties(item, place, depth + 1));
        node.properties().forEach(property -> readProperty(property.getKey(), property.getValue(), place, depth + 1));
    }

    private void readProperty(String name, JsonNode value, Place place, int depth) {
        if (SKIPPED.contains(name.toLowerCase(Locale.ROOT))) return;
        Place here = Optional.ofNullable(PLACES.get(name))
                .filter(known -> place != Place.SMALL_PRINT || known != Place.TEXT || name.equals("pretext"))
                .orElse(place);
        if (value.isTextual()) add(here, "", value.asText());
        else if (value.isContainerNode()) readProperties(value, here, depth);
    }
}
