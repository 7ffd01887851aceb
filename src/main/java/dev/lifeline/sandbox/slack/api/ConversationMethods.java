package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The methods of {@code conversations.*} that tell of channels; {@link HistoryMethods} has those that tell of messages. */
final class ConversationMethods {

    private static final String[] READ = {"channels:read", "groups:read", "im:read", "mpim:read"};

    private final Workspace workspace;
    private final Rooms rooms;
    private final ChannelJson json;

    ConversationMethods(Workspace workspace, Rooms rooms) {
        this.workspace = workspace;
        this.rooms = rooms;
        this.json = new ChannelJson(workspace);
    }

    List<Method> all() {
        return List.of(
                Method.bot("conversations.info", Tier.TIER_3, this::info, READ),
                Method.bot("conversations.list", Tier.TIER_2, this::list, READ),
                Method.bot("users.conversations", Tier.TIER_3, this::mine, READ),
                Method.bot("conversations.members", Tier.TIER_4, this::members, READ),
                Method.bot("conversations.join", Tier.TIER_3, this::join, "channels:join"),
                Method.bot("conversations.open", Tier.TIER_3, this::open, "im:write", "mpim:write"));
    }

    private ObjectNode info(Arguments arguments) throws Refused {
        Channel channel = rooms.toRead(arguments, "read");
        ObjectNode told = json.of(channel);
        if (arguments.flag("include_locale")) told.put("locale", "en-US");
        if (arguments.flag("include_num_members"))
            told.put("num_members", channel.members().size());
        return Json.object("channel", told);
    }

    private ObjectNode list(Arguments arguments) throws Refused {
        return Pages.of(arguments)
                .of("channels", visible(arguments).map(json::of).toList());
    }

    private ObjectNode mine(Arguments arguments) throws Refused {
        Stream<Channel> joined = visible(arguments).filter(workspace::botIsIn);
        return Pages.of(arguments).of("channels", joined.map(json::of).toList());
    }

    private Stream<Channel> visible(Arguments arguments) {
        Set<String> types =
                Set.of(arguments.text("types").orElse("public_channel").split("\\s*,\\s*"));
        boolean living = arguments.flag("exclude_archived");
        return workspace.channels().all().stream()
                .filter(channel -> types.contains(type(channel)))
                .filter(channel -> channel.kind() == Channel.Kind.PUBLIC || workspace.botIsIn(channel))
                .filter(channel -> !living || !channel.condition().archived());
    }

    private static String type(Channel channel) {
        return switch (channel.kind()) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT -> "im";
        };
    }

    private ObjectNode members(Arguments arguments) throws Refused {
        Channel channel = rooms.toRead(arguments, "read");
        Pages page = Pages.of(arguments);
        List<String> all = List.copyOf(channel.members());
        ObjectNode objects =
                page.of("members", all.stream().map(id -> Json.object("id", id)).toList());
        List<String> ids = objects.path("members").findValuesAsText("id");
        objects.remove("has_more");
        return objects.set("members", Json.array(ids));
    }

    private ObjectNode join(Arguments arguments) throws Refused {
        Channel channel = rooms.known(arguments);
        if (channel.kind() != Channel.Kind.PUBLIC) throw new Refused("method_not_supported_for_channel_type");
        if (channel.condition().archived()) throw new Refused("is_archived");
        workspace.channels().add(channel.id(), workspace.app().ids().botUser());
        workspace.shown().changes().in(channel.id());
        return Json.object(
                "channel", workspace.channels().byId(channel.id()).map(json::of),
                "warning", Optional.of("already_in_channel").filter(any -> workspace.botIsIn(channel)));
    }

    private ObjectNode open(Arguments arguments) throws Refused {
        if (arguments.text("channel").isPresent())
            return Json.object("channel", json.of(rooms.toRead(arguments, "read")));
        String users = arguments.need("users", "users_list_not_supplied");
        if (users.contains(",")) throw new Refused("method_not_supported_for_channel_type");
        Person person = workspace.people().byId(users).orElseThrow(() -> new Refused("user_not_found"));
        if (person.standing().deactivated()) throw new Refused("user_disabled");
        if (person.standing().bot()) throw new Refused("cannot_dm_bot");
        Channel direct = workspace.channels().directWith(person);
        ObjectNode channel = arguments.flag("return_im") ? json.of(direct) : Json.object("id", direct.id());
        return Json.object("no_op", false, "already_open", false, "channel", channel);
    }
}
