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

/** What becomes of {@code @asha} and {@code #incident-42} in what a person types? */
record Mentions(Workspace workspace) {

    private static final Pattern USER_PATTERN = Pattern.compile("(?<![\\w.])@([\\w.-]*\\w)");
    private static final Pattern CHANNEL_PATTERN = Pattern.compile("(?<!\\w)#([\\w-]*\\w)");
    private static final Pattern MENTION_PATTERN = Pattern.compile("<@(\\w+)>");

    /** In a command's text: {@code <@U…|asha>} and {@code <#C…|incident-42>}; what names nobody stays. */
    String escape(String text) {
        String people = replace(
                USER_PATTERN,
                text,
                name -> workspace.users().byHandleOrId(name).map(user -> "<@" + user.id() + "|" + user.handle() + ">"));
        return replace(
                CHANNEL_PATTERN,
                people,
                name -> workspace
                        .channels()
                        .byNameOrId(name)
                        .map(channel -> "<#" + channel.id() + "|" + channel.name() + ">"));
    }

    /** A person's message: marks escaped, mentions as {@code <@U…>}, and the rich text block that Slack adds. */
    Message.Content toContent(String typed) {
        String escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String given = escaped.replaceAll("&lt;(@U\\w+)&gt;", "<$1>");
        String text = replace(
                USER_PATTERN,
                given,
                name -> workspace
                        .users()
                        .byHandleOrId(name)
                        .filter(user -> !name.equals(user.id()))
                        .map(person -> "<@" + person.id() + ">"));
        return new Message.Content(text, Json.array(List.of(toRichText(text))), Json.emptyArray(), Optional.empty());
    }

    private static String replace(Pattern pattern, String text, Function<String, Optional<String>> to) {
        return pattern.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(to.apply(found.group(1)).orElse(found.group())));
    }

    private static ObjectNode toRichText(String text) {
        List<ObjectNode> parts = new ArrayList<>();
        int done = 0;
        for (MatchResult mention : MENTION_PATTERN.matcher(text).results().toList()) {
            addText(parts, text.substring(done, mention.start()));
            parts.add(Json.object("type", "user", "user_id", mention.group(1)));
            done = mention.end();
        }
        addText(parts, text.substring(done));
        ObjectNode section = Json.object("type", "rich_text_section", "elements", parts);
        return Json.object("type", "rich_text", "block_id", "typed", "elements", List.of(section));
    }

    private static void addText(List<ObjectNode> parts, String text) {
        if (text.isEmpty()) return;
        String read = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        parts.add(Json.object("type", "text", "text", read));
    }
}
