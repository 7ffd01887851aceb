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
import java.util.List;
import java.util.Optional;

/** Modals and the App Home: {@code views.*}. */
final class ViewMethods {

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
        ObjectNode given = requireUniqueExternalId(parseView(arguments, Surface.MODAL), Optional.empty());
        return viewResponse(views().open(exchangeTriggerId(arguments), given));
    }

    private ObjectNode push(Arguments arguments) throws ApiErrorException {
        ObjectNode given = requireUniqueExternalId(parseView(arguments, Surface.MODAL), Optional.empty());
        String person = exchangeTriggerId(arguments);
        int open = views().modalsOf(person).size();
        if (open == 0) throw new ApiErrorException("not_found");
        if (open >= Views.MAX_STACK_DEPTH) throw new ApiErrorException("push_limit_reached");
        return viewResponse(views().push(person, given));
    }

    private ObjectNode update(Arguments arguments) throws ApiErrorException {
        if (arguments.text("external_id").isEmpty()) arguments.require("view_id");
        Optional<View> found = arguments.text("view_id").flatMap(views()::find);
        View view = found.or(() -> arguments.text("external_id").flatMap(views()::byExternalId))
                .orElseThrow(() -> new ApiErrorException("not_found"));
        checkHash(arguments, view);
        boolean modal = view.definition().path("type").asText().equals("modal");
        ObjectNode given = requireUniqueExternalId(parseView(arguments, modal ? Surface.MODAL : Surface.HOME), Optional.of(view));
        return viewResponse(views().update(view, given).orElseThrow(() -> new ApiErrorException("not_found")));
    }

    private ObjectNode publish(Arguments arguments) throws ApiErrorException {
        User user =
                workspace.users().byId(arguments.require("user_id")).orElseThrow(() -> new ApiErrorException("user_not_found"));
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
        JsonNode given =
                arguments.json("view", "invalid_arguments").orElseThrow(() -> new ApiErrorException("invalid_arguments"));
        try {
            return blockValidator.validateView(given, surface);
        } catch (InvalidBlocksException invalidBlocksException) {
            throw MessageContentParser.toApiError(invalidBlocksException);
        }
    }

    /** An external id is for one view only, which may be the one that is changed. */
    private ObjectNode requireUniqueExternalId(ObjectNode given, Optional<View> changed) throws ApiErrorException {
        Optional<String> taken =
                Json.nonEmptyText(given, "external_id").flatMap(views()::byExternalId).map(View::id);
        boolean another = taken.isPresent() && !taken.equals(changed.map(View::id));
        if (another) throw new ApiErrorException("duplicate_external_id");
        return given;
    }

    private ObjectNode viewResponse(View view) {
        return Json.object("view", view.toJson(workspace.app()));
    }

    private Views views() {
        return workspace.views();
    }
}
