package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * {@code files.getUploadURLExternal} and {@code files.completeUploadExternal}: a file is announced, sent to the address that was given, and
 * completed, which shares it (https://docs.slack.dev/messaging/working-with-files#upload). The content is not kept; the page shows the name.
 */
final class FileMethods {

    private static final String UPLOAD_PATH = "/upload/v1/";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int MAX_ALT_TEXT_CHARS = 1_000;
    private static final int MAX_FILES = 10;

    private record Upload(String name, int length, boolean sent) {}

    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final AtomicInteger fileCount = new AtomicInteger();
    private final Workspace workspace;
    private final Supplier<String> baseUrl;

    FileMethods(Workspace workspace, Supplier<String> baseUrl) {
        this.workspace = workspace;
        this.baseUrl = baseUrl;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("files.getUploadURLExternal", RateLimitTier.TIER_4, this::getUploadUrl, "files:write"),
                ApiMethod.forBotToken("files.completeUploadExternal", RateLimitTier.TIER_4, this::complete, "files:write"));
    }

    private ObjectNode getUploadUrl(Arguments arguments) throws ApiErrorException {
        int length = arguments.intValue("length", 0);
        if (length < 1) throw new ApiErrorException("invalid_arguments");
        if (arguments.text("alt_txt").orElse("").length() > MAX_ALT_TEXT_CHARS)
            throw new ApiErrorException("alt_txt_too_large");
        String id = "F%010d".formatted(fileCount.incrementAndGet());
        uploads.put(id, new Upload(arguments.require("filename"), length, false));
        return Json.object("upload_url", baseUrl.get() + UPLOAD_PATH + id, "file_id", id);
    }

    /** Takes the content that was announced; another length is refused. */
    HttpResponse receive(HttpRequest request) {
        String id = request.path().substring(Math.min(UPLOAD_PATH.length(), request.path().length()));
        Upload upload = uploads.get(id);
        if (upload == null || request.body().length == 0) return HttpResponse.text(NOT_FOUND, "not found");
        uploads.put(id, new Upload(upload.name(), upload.length(), true));
        return HttpResponse.text(OK, "OK - " + request.body().length);
    }

    private ObjectNode complete(Arguments arguments) throws ApiErrorException {
        JsonNode files = arguments
                .json("files", "invalid_arguments")
                .filter(ArrayNode.class::isInstance)
                .filter(given -> !given.isEmpty() && given.size() <= MAX_FILES)
                .orElseThrow(() -> new ApiErrorException("invalid_arguments"));
        List<ObjectNode> completed = new ArrayList<>();
        Optional<String> channel = arguments.text("channel_id");
        for (JsonNode file : files) completed.add(complete(file, channel));
        if (channel.isPresent()) share(channel.get(), completed, arguments);
        return Json.object("files", Json.array(completed));
    }

    private ObjectNode complete(JsonNode file, Optional<String> channel) throws ApiErrorException {
        String id = file.path("id").asText("");
        Upload upload = Optional.ofNullable(uploads.get(id))
                .filter(Upload::sent)
                .orElseThrow(() -> new ApiErrorException("file_not_found"));
        FileJson.SharedFile shared = new FileJson.SharedFile(
                id, file.path("title").asText(upload.name()), upload.name(), upload.length(), channel);
        return new FileJson(workspace.app(), baseUrl.get(), workspace.clock().epochSecond()).of(shared);
    }

    private void share(String channelId, List<ObjectNode> files, Arguments arguments) throws ApiErrorException {
        Channel channel =
                workspace.channels().byId(channelId).orElseThrow(() -> new ApiErrorException("channel_not_found"));
        if (!workspace.isBotMember(channel)) throw new ApiErrorException("not_in_channel");
        List<String> names = files.stream().map(file -> file.path("title").asText()).toList();
        String text = (arguments.text("initial_comment").orElse("") + " \uD83D\uDCCE " + String.join(", ", names)).strip();
        workspace
                .messageLog()
                .post(channel.id(), arguments.text("thread_ts"), workspace.app().ids().botUser(), Message.Content.of(text));
    }
}
