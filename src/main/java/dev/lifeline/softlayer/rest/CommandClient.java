package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.transport.RequestSentListener;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came of telling the provider, once, to do something? No layer below sends an order again, and none is held back by what
 * happened to questions: whoever orders has just read the device.
 */
public final class CommandClient {

    private static final Logger LOG = LoggerFactory.getLogger(CommandClient.class);
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient httpClient;
    private final RequestFactory requestFactory;
    private final ProviderRateLimiter rateLimiter;
    private final ResponseParser responseParser = new ResponseParser();

    public CommandClient(OkHttpClient httpClient, RequestFactory requestFactory, ProviderRateLimiter rateLimiter) {
        this.httpClient = httpClient;
        this.requestFactory = requestFactory;
        this.rateLimiter = rateLimiter;
    }

    /** Without parameters: a GET. */
    public CommandResult send(ProviderCommand providerCommand, long id) {
        return send(providerCommand, id, request -> request);
    }

    /** With parameters, posted in the provider's envelope (softlayer.md 1.2). */
    public CommandResult send(ProviderCommand providerCommand, long id, List<JsonNode> parameters) {
        if (providerCommand.parameterCount() != parameters.size())
            throw new IllegalArgumentException(
                    providerCommand + " takes " + providerCommand.parameterCount() + " parameters");
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.putArray("parameters").addAll(parameters);
        RequestBody body = RequestBody.create(envelope.toString(), JSON);
        return send(providerCommand, id, request -> request.post(body));
    }

    private CommandResult send(ProviderCommand providerCommand, long id, UnaryOperator<Request.Builder> filled) {
        CommandResult outcome = sendAuthorized(providerCommand, id, filled);
        LOG.info("{} {}: {}", providerCommand, id, outcome);
        return outcome;
    }

    /** Without a credential nothing leaves. */
    private CommandResult sendAuthorized(
            ProviderCommand providerCommand, long id, UnaryOperator<Request.Builder> filled) {
        try {
            Request.Builder request = filled.apply(requestFactory.commandRequest(providerCommand, id));
            return rateLimiter.tryAcquire() ? sendNow(request) : new CommandResult.NotSent("too many calls at once");
        } catch (ApiException noToken) {
            return noToken.error().isCredentialError()
                    ? new CommandResult.NotPermitted(noToken.error().detail())
                    : new CommandResult.NotSent(noToken.error().detail());
        } catch (IOException noToken) {
            return new CommandResult.NotSent(CommandErrorMapping.describe(noToken));
        }
    }

    private CommandResult sendNow(Request.Builder request) {
        RequestSentListener requestSentListener = new RequestSentListener();
        Request tagged = request.tag(RequestSentListener.class, requestSentListener)
                .header("Connection", "close")
                .build();
        OkHttpClient listened =
                httpClient.newBuilder().eventListener(requestSentListener).build();
        try (Response response = listened.newCall(tagged).execute()) {
            return resultOf(responseParser.read(response));
        } catch (ApiException refused) {
            return resultOfError(tagged, refused.error());
        } catch (IOException broken) {
            String detail = CommandErrorMapping.describe(broken);
            return requestSentListener.headersStarted()
                    ? new CommandResult.Unconfirmed(detail)
                    : new CommandResult.NotSent(detail);
        }
    }

    private CommandResult resultOfError(Request sent, ApiError error) {
        rateLimiter.onError(error);
        boolean another = error.kind() == ApiError.Kind.TOKEN_EXPIRED && requestFactory.invalidateToken(sent);
        return another ? new CommandResult.Busy(error.detail()) : CommandErrorMapping.toResult(error);
    }

    /**
     * True, or the transaction it began. No source says what false would mean: not "nothing was done", so it is looked for.
     */
    private static CommandResult resultOf(ApiResponse apiResponse) {
        JsonNode body = apiResponse.body();
        if (body.isObject()) return new CommandResult.Accepted(new ApiObject(body).id());
        if (body.isBoolean() && body.booleanValue()) return new CommandResult.Accepted(OptionalLong.empty());
        return new CommandResult.Unconfirmed("the provider answered neither yes nor an error");
    }
}
