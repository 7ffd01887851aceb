package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.NameListPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code /sandbox/methods}: the Web API methods that are modelled here, and those that Slack documents and that are not
 * (src/docs/platform/slack.md, section Methods). Only what Slack does not document is {@code unknown_method}.
 */
public final class DocumentedMethods {

    /** No error of Slack's: what the sandbox answers for a method that exists and is not modelled. */
    static final String NOT_MODELLED = "not_modelled_in_the_sandbox";

    /** Slack's error for a method that it does not have. */
    static final String UNKNOWN = "unknown_method";

    private static final int OK = 200;
    private static final String RESOURCE = "/dev/lifeline/sandbox/slack/documented-methods.txt";

    private final TreeSet<String> modelled;
    private final Set<String> notModelled;

    DocumentedMethods(Collection<String> modelled) {
        this.modelled = new TreeSet<>(modelled);
        this.notModelled = readNames();
        this.notModelled.removeAll(modelled);
    }

    private static Set<String> readNames() {
        try (InputStream names = DocumentedMethods.class.getResourceAsStream(RESOURCE)) {
            if (names == null) throw new IllegalStateException("missing resource " + RESOURCE);
            return new TreeSet<>(
                    new String(names.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiErrorException refusal(String method) {
        String error = notModelled.contains(method) ? NOT_MODELLED : UNKNOWN;
        return new ApiErrorException(error, Json.object("req_method", method));
    }

    /** Returns the page of what is here and what is not, with the calls of what is not. */
    public HttpResponse page(CallLog calls) {
        return NameListPage.titled("Methods of the fake Slack")
                .withSection(
                        "Called here, unknown to Slack",
                        "Slack has no such method, and the call was answered with " + UNKNOWN + ".",
                        calls.methodsRefusedWith(UNKNOWN))
                .withSection(
                        "Called here, not modelled",
                        "Slack has the method; here the call was answered with " + NOT_MODELLED + ".",
                        calls.methodsRefusedWith(NOT_MODELLED))
                .withSection("Modelled", "These methods answer as Slack documents.", modelled)
                .withSection("Not modelled", "Slack has these methods, and this fake does not.", notModelled)
                .toResponse();
    }

    public HttpResponse handle(HttpRequest httpRequest) {
        return HttpResponse.json(OK, Json.object("ok", true, "modelled", modelled, "not_modelled", notModelled));
    }
}
