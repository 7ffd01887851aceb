package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON of a channel or direct message in the Web API. */
record ChannelJson(Workspace workspace) {

    private static final String NEVER_READ = "0000000000.000000";

    ObjectNode of(Channel channel) {
        return channel.type() == Channel.Type.DIRECT_MESSAGE ? directMessage(channel) : channel(channel);
    }

    private ObjectNode directMessage(Channel channel) {
        Optional<String> otherMember = channel.members().stream()
                .filter(member -> !member.equals(workspace.app().ids().botUser()))
                .findFirst();
        return Json.object(
                "id",
                channel.id(),
                "created",
                0,
                "is_im",
                true,
                "is_archived",
                false,
                "is_org_shared",
                false,
                "user",
                otherMember,
                "is_user_deleted",
                false,
                "is_open",
                true,
                "priority",
                0,
                "last_read",
                NEVER_READ,
                "updated",
                0,
                "context_team_id",
                workspace.app().team().id());
    }

    private ObjectNode channel(Channel channel) {
        boolean shared = channel.state().shared();
        ObjectNode json = Json.object(
                "id", channel.id(),
                "name", channel.name(),
                "name_normalized", channel.name(),
                "is_channel", !channel.hasLegacyGroupId(),
                "is_group", channel.hasLegacyGroupId(),
                "is_private", channel.type() == Channel.Type.PRIVATE,
                "is_archived", channel.state().archived(),
                "is_member", workspace.isBotMember(channel),
                "is_shared", shared,
                "is_ext_shared", shared,
                "shared_team_ids", teamIds(channel),
                "connected_team_ids", teamIds(channel).stream().skip(1).toList(),
                "internal_team_ids", List.of(workspace.app().team().id()),
                "conversation_host_id", Optional.of(workspace.app().team().id()).filter(any -> shared),
                "last_read", Optional.of(NEVER_READ).filter(any -> workspace.isBotMember(channel)),
                "topic", textWithCreator(channel.state().topic()),
                "context_team_id", workspace.app().team().id());
        return json.setAll(constantFields());
    }

    private static ObjectNode constantFields() {
        return Json.object(
                "is_im",
                false,
                "is_mpim",
                false,
                "is_general",
                false,
                "is_org_shared",
                false,
                "is_pending_ext_shared",
                false,
                "created",
                0,
                "creator",
                "U0ELENA",
                "unlinked",
                0,
                "updated",
                0,
                "is_moved",
                0,
                "pending_shared",
                List.of(),
                "pending_connected_team_ids",
                List.of(),
                "purpose",
                textWithCreator(""),
                "previous_names",
                List.of());
    }

    /** Returns the app's team first, then the partners that a shared channel is shared with. */
    private List<String> teamIds(Channel channel) {
        String ownTeamId = workspace.app().team().id();
        Stream<String> partnerTeamIds = workspace.users().all().stream()
                .filter(user -> channel.state().shared())
                .map(user -> user.membership().teamId());
        return Stream.concat(Stream.of(ownTeamId), partnerTeamIds).distinct().toList();
    }

    private static ObjectNode textWithCreator(String value) {
        return Json.object("value", value, "creator", "", "last_set", 0);
    }
}
