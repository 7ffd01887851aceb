package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.blockkit.Blocks;
import dev.lifeline.sandbox.slack.delivery.Switchboard;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the Web API is made of: the workspace, the link to the app, and the address it answers on. */
public record ApiParts(Workspace workspace, Switchboard link, Blocks blocks, Supplier<String> base) {

    public WebApi webApi(Faults faults, CallLog log) {
        return new WebApi(this, faults, log);
    }

    Rooms rooms() {
        return new Rooms(workspace, new Gate(workspace.app()));
    }

    List<Method> methods(ApiFaults faults) {
        Contents contents = new Contents(blocks);
        return Stream.of(
                        new AppMethods(workspace.app(), link.tickets(), base).all(),
                        new ChatMethods(workspace, rooms(), contents, base, faults).all(),
                        new StreamMethods(workspace, rooms(), contents).all(),
                        new BlockMethods(contents).all(),
                        new ConversationMethods(workspace, rooms()).all(),
                        new HistoryMethods(workspace, rooms()).all(),
                        new UserMethods(workspace).all(),
                        new ReactionMethods(workspace, rooms()).all(),
                        new ViewMethods(workspace, link.triggers(), blocks).all())
                .flatMap(List::stream)
                .toList();
    }
}
