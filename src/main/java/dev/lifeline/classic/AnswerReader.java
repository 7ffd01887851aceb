package dev.lifeline.classic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lifeline.classic.ApiError.Kind;
import java.io.IOException;
import java.util.OptionalLong;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What does an HTTP answer say? An error stays an error whatever its status: "Internal Error" comes with 200 too (softlayer.md 1.3). */
final class AnswerReader implements Reading<Answer> {

    /** The longest answer taken, once unpacked: a page of 500 rows has some 400 kB, a user's 100,000 devices 2 MB. */
    static final long LONGEST_BYTES = 8L << 20;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Answer read(Response response) throws IOException {
        JsonNode body;
        try {
            body = json.readTree(response.body().byteStream());
        } catch (StreamConstraintsException tooLong) {
            throw new ApiRefusal(ApiError.garbled(Kind.OVERSIZE, response.code(), "the answer is far too long"));
        } catch (JsonProcessingException notJson) {
            throw new ApiRefusal(withoutJson(response.code()));
        }
        return understood(response, body);
    }

    private static Answer understood(Response response, JsonNode body) {
        if (body.hasNonNull("error")) throw new ApiRefusal(told(response.code(), body));
        if (!response.isSuccessful()) throw new ApiRefusal(ApiError.told(response.code(), "", ""));
        if (body.isMissingNode())
            throw new ApiRefusal(ApiError.garbled(Kind.UNREADABLE, response.code(), "the answer is empty"));
        return new Answer(body, total(response.header("SoftLayer-Total-Items")));
    }

    private static ApiError told(int status, JsonNode body) {
        return ApiError.told(
                status, body.path("code").asText(), body.path("error").asText());
    }

    /** A page of a gateway or of a wrong address: its 404 says nothing about a device. */
    private static ApiError withoutJson(int status) {
        if (status == 404)
            return ApiError.garbled(Kind.OTHER, status, "not the provider's API; is the endpoint right?");
        if (status >= 400) return ApiError.told(status, "", "");
        return ApiError.garbled(Kind.UNREADABLE, status, "the answer is not JSON, or was cut off");
    }

    private static OptionalLong total(@Nullable String header) {
        try {
            return header == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(header.strip()));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
