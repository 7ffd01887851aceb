package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.util.List;
import java.util.Optional;

/** The JSON of an uploaded file, of which nothing but name and length is known. */
record FileJson(InstalledApp app, String baseUrl, long uploadedAtSecond) {

    private static final String PLAIN = "text/plain";

    /**
     * A file.
     *
     * @param channel where it is shared, if anywhere
     */
    record SharedFile(String id, String title, String name, int length, Optional<String> channel) {}

    ObjectNode of(SharedFile file) {
        String path = baseUrl + "/files/" + app.ids().botUser() + "/" + file.id();
        ObjectNode json = Json.object(
                "id", file.id(),
                "title", file.title(),
                "name", file.name(),
                "size", file.length(),
                "created", uploadedAtSecond,
                "timestamp", uploadedAtSecond,
                "user", app.ids().botUser(),
                "user_team", app.team().id(),
                "permalink", path,
                "permalink_public", path + "/public",
                "url_private", path + "/private",
                "url_private_download", path + "/download",
                "channels", file.channel().map(List::of).orElse(List.of()),
                "is_public", file.channel().isPresent());
        return json.setAll(constantFields());
    }

    private static ObjectNode constantFields() {
        ObjectNode flags = Json.object();
        for (String flag : List.of(
                "display_as_bot", "editable", "has_more_shares", "has_rich_preview", "is_external", "is_starred", "public_url_shared"))
            flags.put(flag, false);
        return flags.setAll(Json.object(
                "comments_count", 0,
                "external_type", "",
                "file_access", "visible",
                "filetype", "text",
                "groups", List.of(),
                "ims", List.of(),
                "media_display_type", "unknown",
                "mimetype", PLAIN,
                "mode", "hosted",
                "pretty_type", "Plain Text",
                "shares", Json.object(),
                "username", ""));
    }
}
