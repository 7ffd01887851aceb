package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import java.io.IOException;
import java.util.OptionalLong;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON responses. An error body is an error whatever the status, because "Internal Error" also comes with 200
 * (src/docs/platform/softlayer.md, section Errors). Thread-safe.
 */
public final class ResponseParser implements ResponseReader<ApiResponse> {

    /** Maximum size of a body, decompressed: a page of 500 rows has some 400 kB, a user with 100,000 devices 2 MB. */
    static final long MAX_BODY_BYTES = 8L << 20;

    private final JsonMapper jsonMapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_BODY_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public ApiResponse read(Response response) throws IOException {
        JsonNode body;
        try {
            body = jsonMapper.readTree(response.body().byteStream());
        } catch (StreamConstraintsException e) {
            throw new ApiException(ApiError.of(Kind.TOO_LARGE, response.code(), "the response is far too long"));
        } catch (JsonProcessingException e) {
            throw new ApiException(nonJsonError(response.code()));
        }
        return toResponse(response, body);
    }

    private static ApiResponse toResponse(Response response, JsonNode body) {
        if (body.hasNonNull("error")) throw new ApiException(errorOf(response.code(), body));
        if (!response.isSuccessful()) throw new ApiException(ApiError.fromResponse(response.code(), "", ""));
        if (body.isMissingNode())
            throw new ApiException(ApiError.of(Kind.UNREADABLE, response.code(), "the response is empty"));
        return new ApiResponse(body, totalItems(response.header("SoftLayer-Total-Items")));
    }

    private static ApiError errorOf(int status, JsonNode body) {
        return ApiError.fromResponse(
                status, body.path("code").asText(), body.path("error").asText());
    }

    /** The page of a gateway or of a wrong address: its 404 says nothing about a device. */
    private static ApiError nonJsonError(int status) {
        if (status == 404) return ApiError.of(Kind.OTHER, status, "not the provider's API; is the endpoint right?");
        if (status >= 400) return ApiError.fromResponse(status, "", "");
        return ApiError.of(Kind.UNREADABLE, status, "the response is not JSON, or was cut off");
    }

    private static OptionalLong totalItems(@Nullable String header) {
        try {
            return header == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(header.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
