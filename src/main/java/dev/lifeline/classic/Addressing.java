package dev.lifeline.classic;

import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Where does a call go, and who says so? Addresses are {@code base/Service/id/method.json} (softlayer.md 1.2). */
final class Addressing {

    private final HttpUrl base;
    private final String authorization;

    Addressing(ClassicAccount account) {
        this.base = HttpUrl.get(account.endpoint().toString());
        this.authorization = Credentials.basic(account.username(), account.apiKey(), StandardCharsets.UTF_8);
    }

    Request request(Question question) {
        Read read = question.read();
        HttpUrl.Builder url = base.newBuilder().addPathSegment("").addPathSegment(read.service());
        question.id().ifPresent(id -> url.addPathSegment(Long.toString(id)));
        url.addPathSegment(read.method() + ".json");
        url.addQueryParameter("objectMask", question.mask().text());
        question.filter().ifPresent(filter -> url.addQueryParameter("objectFilter", filter));
        question.page().ifPresent(page -> url.addQueryParameter("resultLimit", page.toString()));
        return signed(url.build()).build();
    }

    /** An order as a plain GET; whoever has parameters posts them. */
    Request.Builder order(Order order, long id) {
        HttpUrl url = base.newBuilder()
                .addPathSegment("")
                .addPathSegment(order.service())
                .addPathSegment(Long.toString(id))
                .addPathSegment(order.method() + ".json")
                .build();
        return signed(url);
    }

    private Request.Builder signed(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("User-Agent", "lifeline");
    }
}
