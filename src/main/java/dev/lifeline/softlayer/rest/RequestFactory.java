package dev.lifeline.softlayer.rest;

import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Where does a call go, and who says so? Addresses are {@code base/Service/id/method.json} (softlayer.md 1.2). */
public final class RequestFactory {

    private static final String AUTHORIZATION = "Authorization";

    private final HttpUrl baseUrl;
    private final Credential credential;

    public RequestFactory(URI endpoint, Credential credential) {
        this.baseUrl = HttpUrl.get(endpoint.toString());
        this.credential = credential;
    }

    /**
     * A question, signed.
     *
     * @throws IOException when the credential has to be renewed and cannot be just now
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

    /** The provider did not take this request's token: would another be taken? */
    boolean invalidateToken(Request refused) {
        String used = refused.header(AUTHORIZATION);
        return used != null && credential.invalidate(used);
    }

    /**
     * An order as a plain GET; whoever has parameters posts them.
     *
     * @throws IOException when the credential has to be renewed and cannot be just now
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
