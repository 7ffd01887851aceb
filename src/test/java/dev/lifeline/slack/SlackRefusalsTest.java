package dev.lifeline.slack;

import static dev.lifeline.slack.RefusalsPage.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers.SlackUserUnavailableException;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.device.Secret;
import dev.lifeline.message.model.CanvasResult;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.reply.CanvasReplies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.message.reply.InstallPages;
import dev.lifeline.message.reply.PasswordReplies;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.slack.modal.SecretModal;
import dev.lifeline.slack.modal.SecretWebApi;
import dev.lifeline.slack.outbox.ChannelCanvases;
import dev.lifeline.slack.outbox.ChatApi;
import dev.lifeline.slack.outbox.SharedChannels;
import dev.lifeline.slack.outbox.StatusLinks;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.SlackReference;
import dev.lifeline.transport.SendGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a call, and what is said, for each method that the bot calls and each error that Slack documents for it or for all:
 * src/docs/platform/slack-refusals.md. {@code -Dgolden=write} writes the page. The errors of the fake Slack are among them ({@code
 * SlackReferenceTest}).
 */
class SlackRefusalsTest extends OutboxTestBase {

    /** More than an unknown error, or a channel that may have moved, is tried. */
    private static final int ATTEMPTS = 8;

    private static final String KEPT =
            "kept and tried again, with growing pauses; readiness and `doctor` name a refused token";
    private static final Map<ApiMethod, String> USUAL = new EnumMap<>(Map.of(
            ApiMethod.CHAT_POST_MESSAGE, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700000000.000001\"}",
            ApiMethod.CHAT_UPDATE, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700000000.000001\"}",
            ApiMethod.CHAT_POST_EPHEMERAL, "{\"ok\":true,\"message_ts\":\"1700000000.000002\"}",
            ApiMethod.CONVERSATIONS_OPEN, "{\"ok\":true,\"channel\":{\"id\":\"D1\"}}",
            ApiMethod.AUTH_TEST,
                    "{\"ok\":true,\"team\":\"Ours\",\"team_id\":\"T1OURS\",\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\"}",
            ApiMethod.BOTS_INFO, "{\"ok\":true,\"bot\":{\"id\":\"B0BOT\",\"app_id\":\"A0APP\"}}",
            ApiMethod.CONVERSATIONS_HISTORY, "{\"ok\":true,\"messages\":[]}",
            ApiMethod.CONVERSATIONS_REPLIES, "{\"ok\":true,\"messages\":[]}"));

    private final LocalRateLimiter rateLimiter = new LocalRateLimiter(clock);
    private final WebApi api = new WebApi(slack.account(), new ObjectMapper(), rateLimiter, clock);
    private int trial;

    @AfterEach
    void closeApi() {
        api.close();
    }

    @Test
    void P2_each_refusal_has_its_consequence_and_a_sentence_for_whoever_waits() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (ApiMethod method : ApiMethod.values()) rows.append(rows(method));

        String page = RefusalsPage.with(rows.toString());
        assertThat(RefusalsPage.kept()).isEqualTo(page);
    }

    private String rows(ApiMethod method) {
        Map<String, Set<String>> errorsByOutcome = new TreeMap<>();
        for (String error : SlackReference.allErrors(method.methodName()))
            errorsByOutcome
                    .computeIfAbsent(outcome(method, error), any -> new TreeSet<>())
                    .add("`" + error + "`");
        StringBuilder rows = new StringBuilder();
        errorsByOutcome.forEach((outcome, errors) -> {
            assertThat(outcome).as(errors.toString()).isNotBlank();
            rows.append("| `%s` | %s | %s |%n".formatted(method.methodName(), outcome, String.join(" ", errors)));
        });
        return rows.toString();
    }

    private String outcome(ApiMethod method, String error) {
        trial++;
        slack.respondByDefault(method.methodName(), "{\"ok\":false,\"error\":\"" + error + "\"}");
        try {
            return outcomeOf(method, error);
        } finally {
            slack.respondByDefault(method.methodName(), USUAL.getOrDefault(method, "{\"ok\":true}"));
            clock.advance(Duration.ofMinutes(2));
        }
    }

    private String outcomeOf(ApiMethod method, String error) {
        return switch (method) {
            case AUTH_TEST -> tokenCheck(error);
            case AUTH_REVOKE ->
                "the token of a refused installation is dropped all the same; the log says that Slack keeps it";
            case OAUTH_V2_ACCESS -> installation();
            case CANVASES_CREATE -> canvas();
            case APPS_CONNECTIONS_OPEN ->
                quoted(TokenCheck.socketModeProblem(slack.account(), clock).orElse(""), error);
            case BOTS_INFO ->
                isRetryable(error)
                        ? "deliveries are not acknowledged until it answers"
                        : "deliveries are checked for the workspace only";
            case CHAT_POST_MESSAGE, CHAT_UPDATE -> delivery(method, error, status());
            case CHAT_POST_EPHEMERAL -> delivery(method, error, ephemeral());
            case CONVERSATIONS_OPEN -> delivery(method, error, direct());
            case CONVERSATIONS_HISTORY -> search(status());
            case CONVERSATIONS_REPLIES -> search(reply());
            case CHAT_GET_PERMALINK -> link();
            case VIEWS_OPEN -> form();
            case VIEWS_UPDATE -> secret();
            case VIEWS_PUBLISH ->
                isRetryable(error)
                        ? "the Home tab stays as it was, and is composed anew two seconds later"
                        : "the Home tab stays as it was until it is opened again";
            case USERS_INFO -> user(method, error);
            case USERS_LOOKUP_BY_EMAIL -> directory(method, error, "p" + trial + "@example.com");
            case USERS_LIST -> directory(method, error, "handle" + trial);
            case USERGROUPS_LIST, USERGROUPS_USERS_LIST -> group(method, error);
            case CONVERSATIONS_INFO -> channel(method, error);
            case USERS_CONVERSATIONS ->
                quoted("LIFELINE_CHANNELS cannot be checked: Slack did not list the bot's channels: …", error);
        };
    }

    private static boolean isRetryable(String error) {
        return SlackErrorKind.fromCode(error).isRetryable();
    }

    /** The page that whoever installs the bot reads. */
    private String installation() {
        try {
            api.callAsClient(ApiMethod.OAUTH_V2_ACCESS, "id", "secret", Map.of("code", "c"));
            return "";
        } catch (SlackCallException e) {
            InstallPages.Refusal refusal =
                    e.errorKind().mayPass() ? InstallPages.Refusal.UNAVAILABLE : InstallPages.Refusal.SLACK;
            return quoted(InstallPages.in(Locale.ENGLISH).refused(refusal).message());
        }
    }

    /** The channel is the workspace's own. */
    private String canvas() {
        slack.respondByDefault(
                "conversations.info",
                "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_ext_shared\":false,\"is_pending_ext_shared\":false}}");
        CanvasResult result = new ChannelCanvases(api, new SharedChannels(api, Ticker.disabledTicker()))
                .create(new ChannelId("C1"), "Rescue of web-07", "text");
        return result == CanvasResult.CREATED
                ? ""
                : quoted(CanvasReplies.in(Locale.ENGLISH).result(Fixtures.WEB_07, result));
    }

    private String tokenCheck(String error) {
        try {
            TokenCheck.check(slack.account(), clock);
            return "";
        } catch (SlackUnusableException e) {
            return quoted(String.valueOf(e.getMessage()), error);
        }
    }

    private StreamKey stream() {
        return new StreamKey.Request(new RequestId("request" + (1_000 + trial)));
    }

    private OutboxMessage status() {
        return new OutboxMessage(trial, stream(), new Content.StatusMessage(CHANNEL, textMessage()), false);
    }

    private OutboxMessage reply() {
        return new OutboxMessage(trial, stream(), new Content.ThreadReply(CHANNEL, textMessage()), false);
    }

    private OutboxMessage ephemeral() {
        OutboxMessage sample = ephemeralMessage(trial, Optional.empty());
        return new OutboxMessage(trial, stream(), sample.content(), false);
    }

    private OutboxMessage direct() {
        return new OutboxMessage(trial, stream(), directMessage(trial).content(), false);
    }

    /** With one refusal of the call, then with refusals only. */
    private String delivery(ApiMethod method, String error, OutboxMessage message) {
        if (method == ApiMethod.CHAT_UPDATE) outbox.putStatusMessage(message.streamKey(), STATUS_MESSAGE_REF);
        String refusal = "{\"ok\":false,\"error\":\"" + error + "\"}";
        slack.respondByDefault(method.methodName(), USUAL.getOrDefault(method, ""));
        slack.respondOnce(method.methodName(), refusal);
        deliver(message, 1);
        if (outbox.calls.contains("delivered " + message.id())) return otherWay(method);
        slack.respondByDefault(method.methodName(), refusal);
        if (outbox.pending(message.streamKey()).isEmpty()) outbox.add(message);
        deliver(message, ATTEMPTS);
        return undelivered(message);
    }

    private void deliver(OutboxMessage message, int attempts) {
        if (outbox.pending(message.streamKey()).isEmpty()) outbox.add(message);
        outbox.calls.clear();
        undeliverable.clear();
        for (int i = 0; i < attempts && adapter.deliver(message.streamKey()).isPresent(); i++)
            clock.advance(Duration.ofMinutes(2));
    }

    private String otherWay(ApiMethod method) {
        List<StubSlack.Call> calls = slack.calls();
        StubSlack.Call last = calls.get(calls.size() - 1);
        if (last.path().endsWith(method.methodName())) return "sent as text alone";
        return method == ApiMethod.CHAT_UPDATE ? "posted anew" : "sent as a direct message";
    }

    private String undelivered(OutboxMessage message) {
        if (undeliverable.isEmpty()) {
            outbox.markDelivered(message, Optional.empty());
            return KEPT;
        }
        String reason = undeliverable.get(0).replaceFirst("\\d+ ", "");
        CommandReplies replies = CommandReplies.in(Locale.ENGLISH);
        if (!(message.content() instanceof Content.StatusMessage)) return "undeliverable: whoever waits is told";
        return "undeliverable: " + quoted(reason.equals("NOT_INVITED") ? replies.notInChannel() : replies.cannotPost());
    }

    /** An attempt whose response was lost is looked for. */
    private String search(OutboxMessage message) {
        if (message.content() instanceof Content.ThreadReply)
            outbox.putStatusMessage(message.streamKey(), STATUS_MESSAGE_REF);
        OutboxMessage attempted = new OutboxMessage(message.id(), message.streamKey(), message.content(), true);
        deliver(attempted, ATTEMPTS);
        if (outbox.calls.contains("delivered " + message.id()))
            return "what may have been posted before is posted again, unseen";
        outbox.markDelivered(attempted, Optional.empty());
        return KEPT;
    }

    private String link() {
        RequestId request = new RequestId("request" + (1_000 + trial));
        outbox.putStatusMessage(new StreamKey.Request(request), new MessageRef("C1", "1700000000.000001"));
        try {
            new StatusLinks(outbox, new ChatApi(api, SendGuard.NONE), Ticker.disabledTicker()).find(request);
            return "the link to the status message is left out";
        } catch (SlackCallException e) {
            return KEPT;
        }
    }

    private String form() {
        String address = "/hooks/form-" + trial;
        String payload = new SamplePayloads(slack.url(address).toString()).all().get("message_action");
        String body = SamplePayloads.requestBody(SamplePayloads.withFreshIds(payload, trial));
        SignedRequest request = SignedRequest.sign(body, clock.instant().getEpochSecond());
        adapter.handleHttpRequest("POST", request.headers(), request.body());
        return slack.calls(address).stream()
                .map(call -> StubSlack.parseJson(call.body()).path("text").asText())
                .map(text -> quoted(text.replaceAll("incident [0-9a-z]+", "incident …"), "\n"))
                .findFirst()
                .orElse("nothing more: the form is open, by another copy of the click");
    }

    private String secret() {
        ModalRef modal = new ModalRef("V1", "1.h", Optional.of(Fixtures.ASHA));
        try (SecretWebApi secretApi = new SecretWebApi(slack.account());
                Secret secret = Secret.of("p".toCharArray())) {
            var result = new SecretModal(api, secretApi, id -> Fixtures.slackMember(id, "asha@example.com"))
                    .update(modal, textMessage(), secret);
            PasswordReplies texts = PasswordReplies.in(Locale.ENGLISH);
            return switch (result) {
                case SHOWN -> "";
                case NOT_SHOWN -> quoted(texts.modalUnavailable(Fixtures.openedRequest()));
                case UNKNOWN -> quoted(texts.displayUnconfirmed(Fixtures.openedRequest()));
            };
        }
    }

    /** A read that may pass is repeated for six seconds; one with a longer {@code Retry-After} stands for all of them here. */
    private <T> T withoutPauses(ApiMethod method, String error, Supplier<T> read) {
        if (SlackErrorKind.fromCode(error).mayPass()) slack.respondOnce(method.methodName(), rateLimited(10));
        return read.get();
    }

    private String user(ApiMethod method, String error) {
        try {
            withoutPauses(method, error, () -> adapter.users().get(new SlackUserId("U" + trial)));
            return "";
        } catch (SlackUserUnavailableException e) {
            return quoted(Message.of(
                    DenialMessages.in(Locale.ENGLISH).denial(new DenialReason.UpstreamUnavailable(e.outage()))));
        }
    }

    private String directory(ApiMethod method, String error, String reference) {
        return lookUp(
                method, error, () -> adapter.directory().findUser(reference).isEmpty());
    }

    private String group(ApiMethod method, String error) {
        String reference = method == ApiMethod.USERGROUPS_LIST ? "group" + trial : "S" + (1_000 + trial);
        return lookUp(
                method,
                error,
                () -> adapter.directory().findGroupMembers(reference).isEmpty());
    }

    private String channel(ApiMethod method, String error) {
        ChannelId channel = new ChannelId("C" + trial);
        return lookUp(
                        method,
                        error,
                        () -> adapter.directory().findChannelName(channel).isEmpty())
                + "; in a message the channel counts as shared with another company";
    }

    private String lookUp(ApiMethod method, String error, Supplier<Boolean> isAbsent) {
        try {
            return withoutPauses(method, error, isAbsent) ? "as of a name that nobody has" : "";
        } catch (DirectoryUnavailableException e) {
            return quoted(DenialMessages.in(Locale.ENGLISH).directoryUnavailable(e.outage()));
        }
    }
}
