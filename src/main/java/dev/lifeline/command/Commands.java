package dev.lifeline.command;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.command.RescueCommand.Access;
import dev.lifeline.command.RescueCommand.Exit;
import dev.lifeline.command.RescueCommand.Launch;
import dev.lifeline.command.RescueCommand.NobodyChosen;
import dev.lifeline.command.RescueCommand.Status;
import dev.lifeline.command.RescueCommand.Unknown;
import dev.lifeline.command.RescueCommand.WhoAmI;
import dev.lifeline.command.RescueCommand.WithoutDevice;
import java.util.Optional;
import java.util.function.Consumer;

/** Who at the desk takes which command? */
final class Commands {

    private final Desk desk;
    private final AskForRescue launch;
    private final ListDevices list;
    private final ShowStatus status;
    private final AskToEnd end;
    private final ShowWhoAmI whoAmI;
    private final ShowAccess access;
    private final OfferLink offer;
    private final BindLink bind;
    private final CutLink cut;
    private final ListLinks links;
    private final ShowHistory history;
    private final TellTimeline timeline;

    /** @param forget what was known of somebody until now */
    Commands(Desk desk, Consumer<SlackUserId> forget) {
        Finding finding = new Finding(desk);
        this.desk = desk;
        this.launch = new AskForRescue(desk, finding);
        this.list = new ListDevices(desk, finding);
        this.status = new ShowStatus(desk, finding);
        this.end = new AskToEnd(desk, finding);
        this.whoAmI = new ShowWhoAmI(desk);
        this.access = new ShowAccess(desk, finding);
        this.offer = new OfferLink(desk);
        this.bind = new BindLink(desk);
        this.cut = new CutLink(desk, forget);
        this.links = new ListLinks(desk);
        this.history = new ShowHistory(desk, finding);
        this.timeline = new TellTimeline(desk, finding);
    }

    Decision decide(Caller caller, String text) {
        RescueCommand command = RescueCommand.read(text);
        if (command instanceof Launch wanted) return launch.decide(caller, wanted.device());
        if (command instanceof RescueCommand.ListDevices wanted) return list.decide(caller, wanted.text());
        if (command instanceof Status wanted) return status.decide(caller, wanted.device());
        if (command instanceof Exit wanted) return end.decide(caller, wanted.device());
        if (command instanceof RescueCommand.History wanted) return history.decide(caller, wanted.device());
        if (command instanceof RescueCommand.Timeline wanted) return timeline.decide(caller, wanted.device());
        if (command instanceof WhoAmI) return whoAmI.decide(caller);
        if (command instanceof Access wanted) return access.decide(caller, wanted);
        return linked(caller, command).orElseGet(() -> helped(caller, command));
    }

    /** What everybody of the workspace may, known on the account or not; empty for anything else. */
    Optional<Decision> unknown(Ask ask, Person person, RescueCommand command) {
        if (command instanceof RescueCommand.LinkMyself) return Optional.of(offer.decide(ask, person));
        if (command instanceof RescueCommand.UnlinkMyself) return Optional.of(cut.own(ask, person));
        return Optional.empty();
    }

    private Optional<Decision> linked(Caller caller, RescueCommand command) {
        if (command instanceof RescueCommand.LinkSomebody wanted)
            return Optional.of(bind.ask(caller, wanted.person(), wanted.username()));
        if (command instanceof RescueCommand.UnlinkSomebody wanted)
            return Optional.of(cut.other(caller, wanted.person()));
        if (command instanceof RescueCommand.ListLinks) return Optional.of(links.decide(caller));
        if (command instanceof RescueCommand.WithoutPerson)
            return Optional.of(desk.reply(caller, caller.voice().links().howToBind()));
        return unknown(caller.ask(), caller.person(), command);
    }

    private Decision helped(Caller caller, RescueCommand command) {
        if (command instanceof Unknown unknown)
            return desk.reply(caller, caller.voice().help().after(unknown.typed()));
        if (command instanceof WithoutDevice without)
            return desk.reply(caller, caller.voice().answers().whatDevice((without.verb() + " web-07").strip()));
        if (command instanceof NobodyChosen nobody)
            return desk.reply(caller, caller.voice().access().nobodyChosen(nobody.typed()));
        return desk.reply(caller, caller.voice().help().forWhoMay(deed -> AccessRules.possible(deed, caller.user())));
    }
}
