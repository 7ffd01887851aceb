package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.world.Changes;
import dev.lifeline.sandbox.slack.world.Changes.Change;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Workspace;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code GET /sandbox/changes}: server-sent events whenever what a person sees may have changed. */
public final class Watching {

    private static final int NOT_FOUND = 404;
    private static final int SIGN_OF_LIFE_SECONDS = 15;

    private final Workspace workspace;

    public Watching(Workspace workspace) {
        this.workspace = workspace;
    }

    public Answer answer(Call call) {
        Optional<Person> person = call.parameter("person").flatMap(new Places(workspace)::person);
        if (person.isEmpty()) return Answer.json(NOT_FOUND, Json.object("ok", false, "error", "user_not_found"));
        Map<String, String> headers = Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-store");
        return new Answer.Streamed(200, headers, out -> watch(person.get(), out));
    }

    private void watch(Person person, OutputStream out) throws IOException, InterruptedException {
        try (Changes.Subscription changes = workspace.shown().changes().subscribe()) {
            write(out, ": hello\n\n");
            while (!workspace.shown().changes().over()) {
                Change change = changes.queue().poll(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
                write(out, change == null ? ": still here\n\n" : told(person, change));
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        if (text.isEmpty()) return;
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String told(Person person, Change change) {
        Optional<Channel> channel = change.channel().flatMap(workspace.channels()::byId);
        if (change.channel().isPresent()
                && channel.filter(in -> in.has(person.id())).isEmpty()) return "";
        Object name = channel.<Object>map(Places::nameOf).orElse(Json.NULL);
        return "event: change\ndata: " + Json.object("channel", name) + "\n\n";
    }
}
