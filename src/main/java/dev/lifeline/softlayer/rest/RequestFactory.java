package dev.lifeline.softlayer.rest;

import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Builds authorized requests to {@code base/Service/id/method.json} (src/docs/platform/softlayer.md, section REST rules). Thread-safe.
 */
public final class RequestFactory {

    private static final String AUTHORIZATION = "Authorization";

    private final HttpUrl baseUrl;
    private final Credential credential;

    public RequestFactory(URI endpoint, Credential credential) {
        this.baseUrl = HttpUrl.get(endpoint.toString());
        this.credential = credential;
    }

    /**
     * A query as GET.
     *
     * @throws IOException when the credential has to be renewed and cannot be just now
     * @throws ApiException when IAM rejects the key
     */
    Request queryRequest(ApiQuery apiQuery) throws IOException {
        QueryMethod queryMethod = apiQuery.method();
        HttpUrl.Builder url = baseUrl.newBuilder().addPathSegment("").addPathSegment(queryMethod.service());
        apiQuery.id().ifPresent(id -> url.addPathSegment(Long.toString(id)));
        url.addPathSegment(queryMethod.method() + ".json");
        url.addQueryParameter("objectMask", apiQuery.objectMask().toParameterValue());
        apiQuery.filter().ifPresent(filter -> url.addQueryParameter("objectFilter", filter));
        apiQuery.page().ifPresent(page -> url.addQueryParameter("resultLimit", page.toString()));
        return authorized(url.build(), credential.authorizationHeader()).build();
    }

    /**
     * Discards the token of a request that was rejected as expired.
     *
     * @return whether another token can be obtained
     */
    boolean invalidateToken(Request rejected) {
        String rejectedHeader = rejected.header(AUTHORIZATION);
        return rejectedHeader != null && credential.invalidate(rejectedHeader);
    }

    /**
     * A provider command as GET; the caller turns it into a POST where it has parameters.
     *
     * @throws IOException when the credential has to be renewed and cannot be just now
     * @throws ApiException when IAM rejects the key
     */
    Request.Builder commandRequest(ProviderCommand providerCommand, long id) throws IOException {
        HttpUrl url = baseUrl.newBuilder()
                .addPathSegment("")
                .addPathSegment(providerCommand.service())
                .addPathSegment(Long.toString(id))
                .addPathSegment(providerCommand.method() + ".json")
                .build();
        return authorized(url, credential.authorizationHeaderForCommand());
    }

    private static Request.Builder authorized(HttpUrl url, String authorization) {
        return new Request.Builder()
                .url(url)
                .header(AUTHORIZATION, authorization)
                .header("Accept", "application/json")
                .header("User-Agent", "lifeline");
    }
}
