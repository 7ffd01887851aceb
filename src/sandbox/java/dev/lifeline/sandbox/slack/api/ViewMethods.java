package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.blockkit.InvalidBlocksException;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.sandbox.slack.delivery.TriggerIds;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Views;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The methods of {@code views.*}: modals and the App Home. */
final class ViewMethods {

    /** Slack's "250kb" (https://docs.slack.dev/reference/methods/views.open#errors), of the view as JSON. */
    private static final int MAX_VIEW_BYTES = 250_000;

    private final Workspace workspace;
    private final TriggerIds triggerIds;
    private final BlockValidator blockValidator;

    ViewMethods(Workspace workspace, TriggerIds triggerIds, BlockValidator blockValidator) {
        this.workspace = workspace;
        this.triggerIds = triggerIds;
        this.blockValidator = blockValidator;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("views.open", RateLimitTier.TIER_4, this::open),
                ApiMethod.forBotToken("views.push", RateLimitTier.TIER_4, this::push),
                ApiMethod.forBotToken("views.update", RateLimitTier.TIER_4, this::update),
                ApiMethod.forBotToken("views.publish", RateLimitTier.TIER_4, this::publish));
    }

    private ObjectNode open(Arguments arguments) throws ApiErrorException {
        ObjectNode view = requireUniqueExternalId(parseView(arguments, Surface.MODAL), Optional.empty());
        return viewResponse(views().open(exchangeTriggerId(arguments), view));
    }

    private ObjectNode push(Arguments arguments) throws ApiErrorException {
        ObjectNode view = requireUniqueExternalId(parseView(arguments, Surface.MODAL), Optional.empty());
        String userId = exchangeTriggerId(arguments);
        int depth = views().modalsOf(userId).size();
        if (depth == 0) throw new ApiErrorException("not_found");
        if (depth >= Views.MAX_STACK_DEPTH) throw new ApiErrorException("push_limit_reached");
        return viewResponse(views().push(userId, view));
    }

    private ObjectNode update(Arguments arguments) throws ApiErrorException {
        if (arguments.text("external_id").isEmpty()) arguments.require("view_id");
        Optional<View> found = arguments.text("view_id").flatMap(views()::find);
        View target = found.or(() -> arguments.text("external_id").flatMap(views()::byExternalId))
                .orElseThrow(() -> new ApiErrorException("not_found"));
        checkHash(arguments, target);
        boolean modal = target.definition().path("type").asText().equals("modal");
        ObjectNode view = requireUniqueExternalId(parseView(arguments, modal ? Surface.MODAL : Surface.HOME), Optional.of(target));
        return viewResponse(views().update(target, view).orElseThrow(() -> new ApiErrorException("not_found")));
    }

    private ObjectNode publish(Arguments arguments) throws ApiErrorException {
        User user =
                workspace.users().byId(arguments.require("user_id")).orElseThrow(() -> new ApiErrorException("invalid_arguments"));
        Optional<View> before = views().homeView(user.id());
        if (before.isPresent()) checkHash(arguments, before.get());
        return viewResponse(views().publish(user.id(), requireUniqueExternalId(parseView(arguments, Surface.HOME), before)));
    }

    private static void checkHash(Arguments arguments, View view) throws ApiErrorException {
        boolean stale = arguments
                .text("hash")
                .filter(hash -> !hash.equals(view.ids().hash()))
                .isPresent();
        if (stale) throw new ApiErrorException("hash_conflict");
    }

    private String exchangeTriggerId(Arguments arguments) throws ApiErrorException {
        TriggerIds.ExchangeResult exchangeResult = triggerIds.exchange(arguments.require("trigger_id"));
        return exchangeResult.userId().orElseThrow(() -> new ApiErrorException(exchangeResult.error()));
    }

    private ObjectNode parseView(Arguments arguments, Surface surface) throws ApiErrorException {
        JsonNode view =
                arguments.json("view", "invalid_arguments").orElseThrow(() -> new ApiErrorException("invalid_arguments"));
        if (view.toString().getBytes(StandardCharsets.UTF_8).length > MAX_VIEW_BYTES) throw new ApiErrorException("view_too_large");
        try {
            return blockValidator.validateView(view, surface);
        } catch (InvalidBlocksException e) {
            throw MessageContentParser.toApiError(e);
        }
    }

    /** Refuses an external id that another view than the one being changed already has. */
    private ObjectNode requireUniqueExternalId(ObjectNode view, Optional<View> changed) throws ApiErrorException {
        Optional<String> owner =
                Json.nonEmptyText(view, "external_id").flatMap(views()::byExternalId).map(View::id);
        boolean takenByAnother = owner.isPresent() && !owner.equals(changed.map(View::id));
        if (takenByAnother) throw new ApiErrorException("duplicate_external_id");
        return view;
    }

    private ObjectNode viewResponse(View view) {
        return Json.object("view", view.toJson(workspace.app()));
    }

    private Views views() {
        return workspace.views();
    }
}
