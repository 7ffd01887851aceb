package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.transport.OutsideCalls;
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
 * Sends provider commands, each exactly once: no layer below repeats one (promise P1), and the circuit breaker of queries does not apply.
 * Every outcome is a {@link CommandResult}; once request headers were begun to be written, a failure is {@link
 * CommandResult.Unconfirmed}.
 *
 * <p>Blocks up to the command time-out (120 s by default) after waiting at most 15 s for the rate limiter. Thread-safe.
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

    /** Sends a command without parameters, as GET. */
    public CommandResult send(ProviderCommand providerCommand, long id) {
        return send(providerCommand, id, request -> request);
    }

    /**
     * Sends a command with parameters, as POST of {@code {"parameters":[…]}} (src/docs/platform/softlayer.md, section REST rules).
     *
     * @throws IllegalArgumentException when their number is not what the command takes
     */
    public CommandResult send(ProviderCommand providerCommand, long id, List<JsonNode> parameters) {
        if (providerCommand.parameterCount() != parameters.size())
            throw new IllegalArgumentException(
                    providerCommand + " takes " + providerCommand.parameterCount() + " parameters");
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.putArray("parameters").addAll(parameters);
        RequestBody body = RequestBody.create(envelope.toString(), JSON);
        return send(providerCommand, id, request -> request.post(body));
    }

    private CommandResult send(ProviderCommand providerCommand, long id, UnaryOperator<Request.Builder> completion) {
        OutsideCalls.check("provider command");
        CommandResult result = sendAuthorized(providerCommand, id, completion);
        LOG.info("Provider command {} of object {}: {}", providerCommand, id, result);
        return result;
    }

    /** Where no credential can be had nothing is sent. */
    private CommandResult sendAuthorized(
            ProviderCommand providerCommand, long id, UnaryOperator<Request.Builder> completion) {
        try {
            Request.Builder request = completion.apply(requestFactory.commandRequest(providerCommand, id));
            return rateLimiter.tryAcquire() ? sendNow(request) : new CommandResult.NotSent("too many calls at once");
        } catch (ApiException e) {
            return e.error().isCredentialError()
                    ? new CommandResult.NotPermitted(e.error().detail())
                    : new CommandResult.NotSent(e.error().detail());
        } catch (IOException e) {
            return new CommandResult.NotSent(CommandErrorMapping.describe(e));
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
        } catch (ApiException e) {
            return resultOfError(tagged, e.error());
        } catch (IOException e) {
            String detail = CommandErrorMapping.describe(e);
            return requestSentListener.headersStarted()
                    ? new CommandResult.Unconfirmed(detail)
                    : new CommandResult.NotSent(detail);
        }
    }

    private CommandResult resultOfError(Request sent, ApiError error) {
        rateLimiter.onError(error);
        boolean tokenRenewable = error.kind() == ApiError.Kind.TOKEN_EXPIRED && requestFactory.invalidateToken(sent);
        return tokenRenewable ? new CommandResult.Busy(error.detail()) : CommandErrorMapping.toResult(error);
    }

    /**
     * True or the started transaction means accepted. No source says what false means; it does not prove that nothing was done, so it is
     * unconfirmed.
     */
    private static CommandResult resultOf(ApiResponse apiResponse) {
        JsonNode body = apiResponse.body();
        if (body.isObject()) return new CommandResult.Accepted(new ApiObject(body).id());
        if (body.isBoolean() && body.booleanValue()) return new CommandResult.Accepted(OptionalLong.empty());
        return new CommandResult.Unconfirmed("the provider answered neither yes nor an error");
    }
}
