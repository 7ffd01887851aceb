package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.delivery.DeliveryWiring;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the methods of the Web API work on: the workspace, the delivery to the app, and the server's own address. */
public record ApiContext(Workspace workspace, DeliveryWiring delivery, BlockValidator blockValidator, Supplier<String> baseUrl) {

    public WebApi webApi(Faults faults, CallLog log) {
        return new WebApi(this, faults, log);
    }

    ChannelAccess channelAccess() {
        return new ChannelAccess(workspace, new TokenGate(workspace.app()));
    }

    List<ApiMethod> methods(ApiFaults faults, FileMethods files) {
        MessageContentParser messageContentParser = new MessageContentParser(blockValidator);
        return Stream.of(
                        new AppMethods(workspace.app(), delivery.tickets(), baseUrl).all(),
                        new ChatMethods(workspace, channelAccess(), messageContentParser, baseUrl, faults).all(),
                        new StreamMethods(workspace, channelAccess(), messageContentParser).all(),
                        new BlockMethods(messageContentParser).all(),
                        new ConversationMethods(workspace, channelAccess()).all(),
                        new HistoryMethods(workspace, channelAccess()).all(),
                        new UserMethods(workspace).all(),
                        new ScheduleMethods(workspace, channelAccess(), messageContentParser, delivery.timers()).all(),
                        new UnfurlMethods(workspace, messageContentParser).all(),
                        new ChannelMethods(workspace, channelAccess()).all(),
                        new PinMethods(workspace, channelAccess()).all(),
                        new CanvasMethods(workspace).all(),
                        files.all(),
                        new OauthMethods(workspace.app()).all(),
                        new ReactionMethods(workspace, channelAccess()).all(),
                        new ViewMethods(workspace, delivery.triggerIds(), blockValidator).all())
                .flatMap(List::stream)
                .toList();
    }
}
