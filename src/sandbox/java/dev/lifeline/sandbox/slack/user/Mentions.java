package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts {@code @asha} and {@code #incident-42} in typed text to Slack's mentions. */
record Mentions(Workspace workspace) {

    private static final Pattern USER_PATTERN = Pattern.compile("(?<![\\w.])@([\\w.-]*\\w)");
    private static final Pattern CHANNEL_PATTERN = Pattern.compile("(?<!\\w)#([\\w-]*\\w)");
    private static final Pattern MENTION_PATTERN = Pattern.compile("<@(\\w+)>");

    /** Converts a command's text to {@code <@U…|asha>} and {@code <#C…|incident-42>}; unknown names stay as typed. */
    String escape(String text) {
        String withUsers = replace(
                USER_PATTERN,
                text,
                name -> workspace.users().byHandleOrId(name).map(user -> "<@" + user.id() + "|" + user.handle() + ">"));
        return replace(
                CHANNEL_PATTERN,
                withUsers,
                name -> workspace
                        .channels()
                        .byNameOrId(name)
                        .map(channel -> "<#" + channel.id() + "|" + channel.name() + ">"));
    }

    /**
     * Converts a user's message: escapes control characters, writes mentions as {@code <@U…>}, and adds the rich text block
     * that Slack adds.
     */
    Message.Content toContent(String typed) {
        String escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String unescapedMentions = escaped.replaceAll("&lt;(@U\\w+)&gt;", "<$1>");
        String text = replace(
                USER_PATTERN,
                unescapedMentions,
                name -> workspace
                        .users()
                        .byHandleOrId(name)
                        .filter(user -> !name.equals(user.id()))
                        .map(person -> "<@" + person.id() + ">"));
        return new Message.Content(text, Json.array(List.of(toRichText(text))), Json.emptyArray(), Optional.empty());
    }

    private static String replace(Pattern pattern, String text, Function<String, Optional<String>> to) {
        return pattern.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(to.apply(match.group(1)).orElse(match.group())));
    }

    private static ObjectNode toRichText(String text) {
        List<ObjectNode> parts = new ArrayList<>();
        int end = 0;
        for (MatchResult mention : MENTION_PATTERN.matcher(text).results().toList()) {
            addText(parts, text.substring(end, mention.start()));
            parts.add(Json.object("type", "user", "user_id", mention.group(1)));
            end = mention.end();
        }
        addText(parts, text.substring(end));
        ObjectNode section = Json.object("type", "rich_text_section", "elements", parts);
        return Json.object("type", "rich_text", "block_id", "typed", "elements", List.of(section));
    }

    private static void addText(List<ObjectNode> parts, String text) {
        if (text.isEmpty()) return;
        String unescaped = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        parts.add(Json.object("type", "text", "text", unescaped));
    }
}
