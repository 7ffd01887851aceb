package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueProvider.SendGuard;
import dev.lifeline.transport.OutsideCalls;
import dev.lifeline.transport.RequestSentListener;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
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
 * <p>A command is prepared first, with its credential, so that no token is fetched between a claim and its call. Sending blocks up to the
 * command time-out (120 s by default) after waiting at most 15 s for the rate limiter. Thread-safe.
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

    /**
     * Prepares a command without parameters, as GET. May block while a token is fetched.
     *
     * @throws ProviderUnavailableException when no token can be had just now
     */
    public PreparedCommand prepare(ProviderCommand providerCommand, long id) {
        return prepare(providerCommand, id, request -> request);
    }

    /**
     * Prepares a command with parameters, as POST of {@code {"parameters":[…]}} (src/docs/platform/softlayer.md, section REST rules).
     *
     * @throws IllegalArgumentException when their number is not what the command takes
     * @throws ProviderUnavailableException when no token can be had just now
     */
    public PreparedCommand prepare(ProviderCommand providerCommand, long id, List<JsonNode> parameters) {
        if (providerCommand.parameterCount() != parameters.size())
            throw new IllegalArgumentException(
                    providerCommand + " takes " + providerCommand.parameterCount() + " parameters");
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.putArray("parameters").addAll(parameters);
        RequestBody body = RequestBody.create(envelope.toString(), JSON);
        return prepare(providerCommand, id, request -> request.post(body));
    }

    /** Where IAM rejects the key the command is prepared all the same, and answers so without being sent. */
    private PreparedCommand prepare(
            ProviderCommand providerCommand, long id, UnaryOperator<Request.Builder> completion) {
        try {
            Request.Builder request = completion.apply(requestFactory.commandRequest(providerCommand, id));
            return guard -> send(providerCommand, id, request, guard);
        } catch (ApiException e) {
            if (!e.error().isCredentialError())
                throw new ProviderUnavailableException(
                        e.error().detail(), e, e.error().outage());
            CommandResult rejected = new CommandResult.NotPermitted(e.error().detail());
            return guard -> rejected;
        } catch (IOException e) {
            throw new ProviderUnavailableException(CommandErrorMapping.describe(e), e);
        }
    }

    private CommandResult send(ProviderCommand providerCommand, long id, Request.Builder request, SendGuard guard) {
        OutsideCalls.check("provider command");
        CommandResult result = rateLimiter.tryAcquire()
                ? sendNow(request, guard)
                : new CommandResult.NotSent("too many calls at once");
        LOG.info("Provider command {} of object {}: {}", providerCommand, id, result);
        return result;
    }

    private CommandResult sendNow(Request.Builder request, SendGuard guard) {
        RequestSentListener requestSentListener = new RequestSentListener();
        Request tagged = request.tag(RequestSentListener.class, requestSentListener)
                .header("Connection", "close")
                .build();
        OkHttpClient guarded = httpClient
                .newBuilder()
                .eventListener(requestSentListener)
                .addNetworkInterceptor(chain -> proceedIfAllowed(chain, guard))
                .build();
        try (Response response = guarded.newCall(tagged).execute()) {
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

    /**
     * Asks the guard when the connection is established and no byte of the request was written. A guard that fails, as without its
     * database, stops the command too: that nothing was sent has to be said, whatever the reason.
     */
    private static Response proceedIfAllowed(Interceptor.Chain chain, SendGuard guard) throws IOException {
        boolean allowed;
        try {
            allowed = guard.maySend();
        } catch (RuntimeException e) {
            throw new IOException("whether the command may be sent is unknown", e);
        }
        if (!allowed) throw new IOException("the command may not be sent any more");
        return chain.proceed(chain.request());
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
