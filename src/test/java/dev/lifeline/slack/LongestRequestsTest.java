package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Secret;
import dev.lifeline.handler.inbox.DevicePicker.Offer;
import dev.lifeline.handler.inbox.DevicePicker.Option;
import dev.lifeline.handler.inbox.HomeTab.Home;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.slack.home.HomePublisher;
import dev.lifeline.slack.home.HomeViews;
import dev.lifeline.slack.modal.FormModal;
import dev.lifeline.slack.modal.ModalOpener;
import dev.lifeline.slack.modal.PickerModal;
import dev.lifeline.slack.modal.PrivateMetadata;
import dev.lifeline.slack.modal.SecretModal;
import dev.lifeline.slack.modal.SecretWebApi;
import dev.lifeline.slack.outbox.ChatApi;
import dev.lifeline.slack.outbox.StatusLinks;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.SlackReference;
import dev.lifeline.transport.SendGuard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every request with text in it at its longest, as it leaves: each argument within what Slack documents for it (src/test/resources/slack-api),
 * blocks and views within the limits of the fake Slack, which shares no code with the bot. The parts of a message one by one are {@code
 * MessageLimitsTest}'s.
 */
class LongestRequestsTest extends OutboxTestBase {

    /** Slack documents that there is a limit, {@code metadata_too_large}, and not which; ids alone stay far below any. */
    private static final int MAX_METADATA_CHARS = 1_000;

    private static final String OVERLONG_TEXT = "<&>*é\uD83D\uDE80 ".repeat(450);
    private static final TextLine OVERLONG_LINE =
            TextLine.of(new TextRun.Text(OVERLONG_TEXT), new TextRun.UntrustedText(OVERLONG_TEXT));
    private static final StreamKey LONG_STREAM = new StreamKey.Request(new RequestId("r".repeat(40)));
    private static final String LONG_RESPONSE_URL = "https://hooks.slack.com/" + "x".repeat(2_800);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockValidator validator = new BlockValidator();
    private final LocalRateLimiter rateLimiter = new LocalRateLimiter(clock);
    private final WebApi api = new WebApi(slack.account(), JSON, rateLimiter, clock);

    private static Message longest() {
        Button button = Button.of(Action.EXIT, OVERLONG_TEXT, "v".repeat(100), Style.DANGER)
                .withConfirmDialog(
                        new Button.ConfirmDialog(OVERLONG_TEXT, OVERLONG_TEXT, OVERLONG_TEXT, OVERLONG_TEXT));
        List<MessageBlock> blocks = List.of(
                new MessageBlock.Paragraph(OVERLONG_LINE),
                new MessageBlock.BulletList(Collections.nCopies(80, OVERLONG_LINE)),
                new MessageBlock.Fields(Collections.nCopies(20, new MessageBlock.Field(OVERLONG_TEXT, OVERLONG_LINE))),
                new MessageBlock.Preformatted(OVERLONG_TEXT),
                new MessageBlock.Context(OVERLONG_LINE),
                new MessageBlock.Buttons(Collections.nCopies(20, button)));
        return Message.withHeader(
                OVERLONG_LINE,
                Stream.concat(blocks.stream(), Collections.nCopies(60, blocks.get(0)).stream())
                        .toList());
    }

    private static OutboxMessage inLongStream(long id, Content content) {
        return new OutboxMessage(Long.MAX_VALUE - id, LONG_STREAM, content, false);
    }

    @Test
    void messages_of_every_kind_are_within_the_limits_of_their_methods() {
        slack.respondOnce("/hooks/" + "x".repeat(2_000), "ok");
        outbox.add(inLongStream(9, new Content.StatusMessage(CHANNEL, longest())));
        deliverAll();
        outbox.add(inLongStream(8, new Content.StatusMessage(CHANNEL, longest())));
        outbox.add(inLongStream(7, new Content.ThreadReply(CHANNEL, longest())));
        for (long id = 6; id > 1; id--) outbox.add(inLongStream(id, new Content.ThreadReply(CHANNEL, textMessage())));
        outbox.add(inLongStream(
                1,
                new Content.DirectMessage(
                        new SlackUserId("U1"), longest(), new RequestId("request1"), OVERLONG_TEXT, 0)));
        outbox.add(ephemeral(Optional.empty()));
        outbox.add(
                ephemeral(Optional.of(slack.url("/hooks/" + "x".repeat(2_000)).toString())));
        deliverAll();

        assertThat(outbox.pendingStreams()).isEmpty();
        assertWithinLimits("chat.postMessage", "chat.update", "chat.postEphemeral");
        JsonNode toResponseUrl = StubSlack.parseJson(slack.calls().stream()
                .filter(call -> call.path().startsWith("/hooks/"))
                .findFirst()
                .orElseThrow()
                .body());
        assertThat(toResponseUrl.path("text").asText().codePoints().count()).isLessThanOrEqualTo(4_000);
        assertBlocksAccepted(toResponseUrl.path("blocks"));
    }

    private static OutboxMessage ephemeral(Optional<String> responseUrl) {
        OutboxMessage sample = ephemeralMessage(responseUrl.isPresent() ? 90 : 91, responseUrl);
        Content.EphemeralMessage content = (Content.EphemeralMessage) sample.content();
        return new OutboxMessage(
                sample.id(), LONG_STREAM, new Content.EphemeralMessage(content.recipient(), longest()), false);
    }

    private void deliverAll() {
        while (adapter.deliver(LONG_STREAM).isPresent()) clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void views_of_every_kind_are_within_the_limits_of_their_methods() {
        slack.respondByDefault("views.update", "{\"ok\":true,\"view\":{\"id\":\"V1\"}}");
        slack.respondByDefault("views.publish", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.h\"}}");
        openForms();
        showSecret();
        publishHome();

        assertWithinLimits("views.open", "views.update", "views.publish");
    }

    /** Opened in English and completed in another language, as every form is. */
    private void openForms() {
        PrivateMetadata origin = new PrivateMetadata("C0123456789", LONG_RESPONSE_URL, "");
        Offer offer = new Offer(
                OVERLONG_TEXT,
                Collections.nCopies(10, new Option(OVERLONG_TEXT, "virtual_guest:7\n" + "w".repeat(110))));
        try (ModalOpener opener = new ModalOpener(api, id -> Fixtures.slackMember(id, "asha@example.com"))) {
            opener.open("t1", Fixtures.ASHA, PickerModal.view(origin), user -> PickerModal.view(origin, offer));
            for (Action action : Action.values()) openForm(opener, action, origin);
        }
    }

    private static void openForm(ModalOpener opener, Action action, PrivateMetadata origin) {
        Forms.in(Locale.GERMAN)
                .forAction(action, "s".repeat(60))
                .ifPresent(form -> opener.open(
                        "t1", Fixtures.ASHA, locale -> FormModal.view(form, origin.withLocale(Locale.GERMAN))));
    }

    private void showSecret() {
        try (SecretWebApi secretApi = new SecretWebApi(slack.account())) {
            SecretModal modal = new SecretModal(api, secretApi, id -> Fixtures.slackMember(id, "asha@example.com"));
            var opened = modal.open("t1", Fixtures.ASHA).orElseThrow();
            modal.update(opened, longest());
            modal.update(opened, longest(), Secret.of("p".repeat(255).toCharArray()));
        }
    }

    private void publishHome() {
        StatusLinks links = new StatusLinks(outbox, new ChatApi(api, SendGuard.NONE), Ticker.disabledTicker());
        try (HomePublisher publisher = new HomePublisher(
                (user, statusLinks) -> new Home(longest(), true), links, new HomeViews(api, rateLimiter), clock)) {
            publisher.onOpened(Fixtures.ASHA);
            await().until(() -> !slack.calls("views.publish").isEmpty());
        }
    }

    private void assertWithinLimits(String... methods) {
        Set<String> called = slack.calls().stream()
                .map(call -> call.path().replace("/api/", ""))
                .collect(Collectors.toSet());
        assertThat(called).contains(methods);
        for (String method : methods)
            for (StubSlack.Call call : slack.calls(method)) assertWithinLimits(method, arguments(call));
    }

    /** The arguments, each as the text in which it is sent; a secret is sent in a body of JSON. */
    private static Map<String, String> arguments(StubSlack.Call call) {
        if (!call.body().startsWith("{")) return call.form();
        return StubSlack.parseJson(call.body()).properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, argument -> text(argument.getValue())));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }

    private void assertWithinLimits(String method, Map<String, String> arguments) {
        ObjectNode lengths = JsonNodeFactory.instance.objectNode();
        arguments.forEach((name, value) -> lengths.put(name, value.codePointCount(0, value.length())));
        assertThat(SlackReference.lengthProblems(method, lengths)).as(method).isEmpty();
        assertThat(arguments.getOrDefault("metadata", "")).hasSizeLessThan(MAX_METADATA_CHARS);
        String view = arguments.getOrDefault("view", "");
        assertThat(view.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(250_000);
        if (arguments.containsKey("blocks")) assertBlocksAccepted(StubSlack.parseJson(arguments.get("blocks")));
        Surface surface = method.equals("views.publish") ? Surface.HOME : Surface.MODAL;
        if (!view.isEmpty())
            assertThatCode(() -> validator.validateView(StubSlack.parseJson(view), surface))
                    .as(view)
                    .doesNotThrowAnyException();
    }

    private void assertBlocksAccepted(JsonNode blocks) {
        assertThatCode(() -> validator.validateBlocks((ArrayNode) blocks, Surface.MESSAGE))
                .doesNotThrowAnyException();
    }

    @Test
    void the_reference_tells_what_is_too_long() {
        ObjectNode lengths =
                JsonNodeFactory.instance.objectNode().put("text", 4_000).put("channel", 9);
        assertThat(SlackReference.lengthProblems("chat.update", lengths)).isEmpty();

        lengths.put("text", 4_001);
        assertThat(SlackReference.lengthProblems("chat.update", lengths)).containsExactly("text has 4001 characters");
        assertThat(SlackReference.lengthProblems(
                        "bookmarks.add", JsonNodeFactory.instance.objectNode().put("title", 257)))
                .containsExactly("title has 257 characters");
    }
}
