package dev.lifeline.classic;

import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Where does a call go, and who says so? Addresses are {@code base/Service/id/method.json} (softlayer.md 1.2). */
final class Addressing {

    private static final String AUTHORIZATION = "Authorization";

    private final HttpUrl base;
    private final Credential credential;

    Addressing(URI endpoint, Credential credential) {
        this.base = HttpUrl.get(endpoint.toString());
        this.credential = credential;
    }

    /**
     * A question, signed.
     *
     * @throws IOException when the credential has to be renewed and cannot be just now
     */
    Request request(Question question) throws IOException {
        Read read = question.read();
        HttpUrl.Builder url = base.newBuilder().addPathSegment("").addPathSegment(read.service());
        question.id().ifPresent(id -> url.addPathSegment(Long.toString(id)));
        url.addPathSegment(read.method() + ".json");
        url.addQueryParameter("objectMask", question.mask().text());
        question.filter().ifPresent(filter -> url.addQueryParameter("objectFilter", filter));
        question.page().ifPresent(page -> url.addQueryParameter("resultLimit", page.toString()));
        return signed(url.build(), credential.header()).build();
    }

    /** The provider did not take this request's token: would another be taken? */
    boolean renews(Request refused) {
        String used = refused.header(AUTHORIZATION);
        return used != null && credential.renews(used);
    }

    /**
     * An order as a plain GET; whoever has parameters posts them.
     *
     * @throws IOException when the credential has to be renewed and cannot be just now
     */
    Request.Builder order(Order order, long id) throws IOException {
        HttpUrl url = base.newBuilder()
                .addPathSegment("")
                .addPathSegment(order.service())
                .addPathSegment(Long.toString(id))
                .addPathSegment(order.method() + ".json")
                .build();
        return signed(url, credential.headerForOrder());
    }

    private static Request.Builder signed(HttpUrl url, String authorization) {
        return new Request.Builder()
                .url(url)
                .header(AUTHORIZATION, authorization)
                .header("Accept", "application/json")
                .header("User-Agent", "lifeline");
    }
}
