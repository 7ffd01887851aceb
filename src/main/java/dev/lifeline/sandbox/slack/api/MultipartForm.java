package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.web.Call;
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

/** Which fields has a {@code multipart/form-data} body, as some clients send every form? All of it is kept in memory. */
final class MultipartForm {

    static final String MEDIA_TYPE = "multipart/form-data";

    private static final int ANY_SIZE = -1;

    private MultipartForm() {}

    /**
     * Each name with its values, in the order sent.
     *
     * @throws Refused with {@code invalid_form_data} where it is not one
     */
    static Map<String, List<String>> of(Call call) throws Refused, InterruptedException {
        String boundary = call.header("content-type")
                .flatMap(type -> Optional.ofNullable(MultiPart.extractBoundary(type)))
                .orElseThrow(() -> new Refused("invalid_form_data"));
        try (MultiPartFormData.Parts parts = parsed(boundary, call.body()).get()) {
            return fields(parts);
        } catch (ExecutionException malformed) {
            throw new Refused("invalid_form_data");
        }
    }

    private static CompletableFuture<MultiPartFormData.Parts> parsed(String boundary, byte[] body) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxMemoryFileSize(ANY_SIZE);
        CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
        parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parts));
        return parts;
    }

    private static Map<String, List<String>> fields(Iterable<MultiPart.Part> parts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parts.forEach(part -> fields.computeIfAbsent(part.getName(), ignored -> new ArrayList<>())
                .add(part.getContentAsString(StandardCharsets.UTF_8)));
        return fields;
    }
}
