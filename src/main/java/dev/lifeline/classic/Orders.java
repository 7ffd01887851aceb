package dev.lifeline.classic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.rescue.LaunchOutcome;
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
final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient line;
    private final Addressing addressing;
    private final Pace pace;
    private final AnswerReader reader = new AnswerReader();

    Orders(OkHttpClient line, Addressing addressing, Pace pace) {
        this.line = line;
        this.addressing = addressing;
        this.pace = pace;
    }

    /** Without parameters: a GET. */
    LaunchOutcome send(Order order, long id) {
        return send(order, id, request -> request);
    }

    /** With parameters, posted in the provider's envelope (softlayer.md 1.2). */
    LaunchOutcome send(Order order, long id, List<JsonNode> parameters) {
        if (order.parameters() != parameters.size())
            throw new IllegalArgumentException(order + " takes " + order.parameters() + " parameters");
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.putArray("parameters").addAll(parameters);
        RequestBody body = RequestBody.create(envelope.toString(), JSON);
        return send(order, id, request -> request.post(body));
    }

    private LaunchOutcome send(Order order, long id, UnaryOperator<Request.Builder> filled) {
        LaunchOutcome outcome = sendWhenSigned(order, id, filled);
        LOG.info("{} {}: {}", order, id, outcome);
        return outcome;
    }

    /** Without a credential nothing leaves. */
    private LaunchOutcome sendWhenSigned(Order order, long id, UnaryOperator<Request.Builder> filled) {
        try {
            Request.Builder request = filled.apply(addressing.order(order, id));
            return pace.await() ? sendNow(request) : new LaunchOutcome.NotSent("too many calls at once");
        } catch (ApiRefusal noToken) {
            return noToken.error().isAboutTheKey()
                    ? new LaunchOutcome.NotPermitted(noToken.error().detail())
                    : new LaunchOutcome.NotSent(noToken.error().detail());
        } catch (IOException noToken) {
            return new LaunchOutcome.NotSent(OrderOutcomes.words(noToken));
        }
    }

    private LaunchOutcome sendNow(Request.Builder request) {
        Departure departure = new Departure();
        Request tagged = request.tag(Departure.class, departure)
                .header("Connection", "close")
                .build();
        OkHttpClient listened = line.newBuilder().eventListener(departure).build();
        try (Response response = listened.newCall(tagged).execute()) {
            return taken(reader.read(response));
        } catch (ApiRefusal refused) {
            return turnedAway(tagged, refused.error());
        } catch (IOException broken) {
            String detail = OrderOutcomes.words(broken);
            return departure.begun() ? new LaunchOutcome.Unconfirmed(detail) : new LaunchOutcome.NotSent(detail);
        }
    }

    private LaunchOutcome turnedAway(Request sent, ApiError error) {
        pace.refused(error);
        boolean another = error.kind() == ApiError.Kind.TOKEN_EXPIRED && addressing.renews(sent);
        return another ? new LaunchOutcome.Busy(error.detail()) : OrderOutcomes.of(error);
    }

    /**
     * True, or the transaction it began. No source says what false would mean: not "nothing was done", so it is looked for.
     */
    private static LaunchOutcome taken(Answer answer) {
        JsonNode body = answer.body();
        if (body.isObject()) return new LaunchOutcome.Accepted(new Row(body).id());
        if (body.isBoolean() && body.booleanValue()) return new LaunchOutcome.Accepted(OptionalLong.empty());
        return new LaunchOutcome.Unconfirmed("the provider answered neither yes nor an error");
    }
}
