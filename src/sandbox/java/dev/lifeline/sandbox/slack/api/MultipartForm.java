package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.web.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/** Reads the fields of a {@code multipart/form-data} body, which some clients send for every form. The body is held in memory. */
final class MultipartForm {

    static final String MEDIA_TYPE = "multipart/form-data";

    private static final int UNLIMITED_BYTES = -1;

    private MultipartForm() {}

    /**
     * Returns each name with its values, in the order sent.
     *
     * @throws ApiErrorException with {@code invalid_form_data} where the body is not one
     */
    static Map<String, List<String>> parse(HttpRequest httpRequest) throws ApiErrorException, InterruptedException {
        String boundary = httpRequest.header("content-type")
                .flatMap(type -> Optional.ofNullable(MultiPart.extractBoundary(type)))
                .orElseThrow(() -> new ApiErrorException("invalid_form_data"));
        try (MultiPartFormData.Parts parts = parseParts(boundary, httpRequest.body()).get()) {
            return toFields(parts);
        } catch (ExecutionException e) {
            throw new ApiErrorException("invalid_form_data");
        }
    }

    private static CompletableFuture<MultiPartFormData.Parts> parseParts(String boundary, byte[] body) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxMemoryFileSize(UNLIMITED_BYTES);
        CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
        parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parts));
        return parts;
    }

    private static Map<String, List<String>> toFields(Iterable<MultiPart.Part> parts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parts.forEach(part -> fields.computeIfAbsent(part.getName(), ignored -> new ArrayList<>())
                .add(part.getContentAsString(StandardCharsets.UTF_8)));
        return fields;
    }
}
