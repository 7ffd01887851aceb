package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.lifeline.slack.blockkit.TextSanitizer;
import java.util.function.UnaryOperator;

/**
 * Mentions whoever is of the workspace that reads the message. Anybody else stands there by name: Slack would show the id as unknown, or
 * name somebody else who has the same one (src/docs/platform/slack.md, section Several workspaces). Thread-safe.
 */
public final class MentionLocalizer implements MentionScope {

    private static final Pattern MENTION = Pattern.compile("<@((?:[A-Z0-9]{2,40}/)?[A-Z0-9]{2,40})>");

    private final ObjectMapper json;
    private final UnaryOperator<String> names;

    /** @param names the display name of a person by the scoped id; untrusted text */
    public MentionLocalizer(ObjectMapper json, UnaryOperator<String> names) {
        this.json = json;
        this.names = names;
    }

    @Override
    public String localize(String content, String workspace) {
        boolean structured = content.startsWith("[") || content.startsWith("{");
        if (!structured) return localizeText(content, workspace);
        try {
            return localizeNode(json.readTree(content), workspace).toString();
        } catch (JsonProcessingException e) { // a text that begins with a bracket
            return localizeText(content, workspace);
        }
    }

    private String localizeText(String text, String workspace) {
        if (!text.contains("<@")) return text;
        Matcher mentions = MENTION.matcher(text);
        StringBuffer local = new StringBuffer();
        while (mentions.find())
            mentions.appendReplacement(local, Matcher.quoteReplacement(markup(mentions.group(1), workspace)));
        mentions.appendTail(local);
        return local.toString();
    }

    private String markup(String id, String workspace) {
        return isOf(workspace, id)
                ? "<@" + ScopedId.bare(id) + ">"
                : TextSanitizer.escapeMrkdwn(TextSanitizer.sanitizeLine(names.apply(id)));
    }

    private static boolean isOf(String workspace, String id) {
        return ScopedId.workspace(id).equals(workspace);
    }

    private JsonNode localizeNode(JsonNode node, String workspace) {
        if (node instanceof TextNode) return TextNode.valueOf(localizeText(node.asText(), workspace));
        if (node instanceof ObjectNode object && object.path("type").asText().equals("user") && object.has("user_id"))
            return localizeUser(object, workspace);
        if (node instanceof ObjectNode object) {
            ObjectNode local = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> local.set(field.getKey(), localizeNode(field.getValue(), workspace)));
            return local;
        }
        if (!node.isArray()) return node;
        var local = JsonNodeFactory.instance.arrayNode();
        node.forEach(element -> local.add(localizeNode(element, workspace)));
        return local;
    }

    private ObjectNode localizeUser(ObjectNode user, String workspace) {
        String id = user.path("user_id").asText();
        if (isOf(workspace, id)) return user.deepCopy().put("user_id", ScopedId.bare(id));
        ObjectNode name = JsonNodeFactory.instance
                .objectNode()
                .put("type", "text")
                .put("text", TextSanitizer.sanitizeLine(names.apply(id)));
        if (user.has("style")) name.set("style", user.get("style"));
        return name;
    }
}
