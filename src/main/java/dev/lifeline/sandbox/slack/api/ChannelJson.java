package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A channel or direct message as the Web API tells it. */
record ChannelJson(Workspace workspace) {

    ObjectNode of(Channel channel) {
        return channel.kind() == Channel.Kind.DIRECT ? direct(channel) : room(channel);
    }

    private ObjectNode direct(Channel channel) {
        Optional<String> other = channel.members().stream()
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
                other,
                "is_user_deleted",
                false,
                "context_team_id",
                workspace.app().team().id());
    }

    private ObjectNode room(Channel channel) {
        boolean shared = channel.condition().shared();
        ObjectNode json = Json.object(
                "id", channel.id(),
                "name", channel.name(),
                "name_normalized", channel.name(),
                "is_channel", !channel.ofOld(),
                "is_group", channel.ofOld(),
                "is_private", channel.kind() == Channel.Kind.PRIVATE,
                "is_archived", channel.condition().archived(),
                "is_member", workspace.botIsIn(channel),
                "is_shared", shared,
                "is_ext_shared", shared,
                "shared_team_ids", teams(channel),
                "connected_team_ids", teams(channel).stream().skip(1).toList(),
                "topic", said(channel.condition().topic()),
                "context_team_id", workspace.app().team().id());
        return json.setAll(sameForAll());
    }

    private static ObjectNode sameForAll() {
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
                "purpose",
                said(""),
                "previous_names",
                List.of());
    }

    /** Ours first, then the partners that a shared channel is shared with. */
    private List<String> teams(Channel channel) {
        String ours = workspace.app().team().id();
        Stream<String> others = workspace.people().all().stream()
                .filter(any -> channel.condition().shared())
                .map(person -> person.standing().teamId());
        return Stream.concat(Stream.of(ours), others).distinct().toList();
    }

    private static ObjectNode said(String value) {
        return Json.object("value", value, "creator", "", "last_set", 0);
    }
}
