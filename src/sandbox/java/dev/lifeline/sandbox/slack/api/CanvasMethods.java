package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Canvases;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * {@code canvases.create} (https://docs.slack.dev/reference/methods/canvases.create). A canvas of a channel is a tab of it; one without a
 * channel is kept and shown nowhere. What depends on the plan of a workspace, such as {@code free_team_canvas_tab_already_exists}, comes by
 * the fault {@code api-error}.
 */
final class CanvasMethods {

    /** Of the documented limit of 1 MiB for each text. */
    private static final int MAX_MARKDOWN_CHARS = 1_048_576;

    private final Workspace workspace;

    CanvasMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    List<ApiMethod> all() {
        return List.of(ApiMethod.forBotToken("canvases.create", RateLimitTier.TIER_2, this::create, "canvases:write"));
    }

    private ObjectNode create(Arguments arguments) throws ApiErrorException {
        Optional<String> channel = arguments.text("channel_id");
        if (channel.isPresent()) requireChannel(channel.get());
        String markdown = markdown(arguments.json("document_content", "invalid_arguments"));
        String id = workspace.canvases().add(new Canvases.Canvas(channel.orElse(""), arguments.text("title").orElse(""), markdown));
        return Json.object("canvas_id", id);
    }

    private void requireChannel(String id) throws ApiErrorException {
        Channel channel = workspace
                .channels()
                .byId(id)
                .filter(workspace::isBotMember)
                .orElseThrow(() -> new ApiErrorException("no_permission"));
        if (channel.state().archived()) throw new ApiErrorException("restricted_action");
    }

    private static String markdown(Optional<JsonNode> content) throws ApiErrorException {
        if (content.isEmpty()) return "";
        String markdown = content.get().path("markdown").asText();
        boolean valid = content.get().path("type").asText().equals("markdown") && markdown.length() <= MAX_MARKDOWN_CHARS;
        if (!valid) throw new ApiErrorException("invalid_arguments");
        return markdown;
    }
}
