package dev.lifeline.command;

import dev.lifeline.access.Change;
import dev.lifeline.access.Change.Way;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.GrantOutcome;
import dev.lifeline.access.Objection;
import dev.lifeline.access.Offer;
import dev.lifeline.access.OfferId;
import dev.lifeline.access.Offers.Taken;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.message.AccessChanged;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Atomically;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A press on Grant or Revoke. The button carries an offer's id; whoever presses must be whom it was made to, and everything is asked
 * afresh. The offer is taken, and put on the record, before the provider is called; so it is called once at most, and what came of it is
 * said as it is seen afterwards.
 */
final class ChangeAccess {

    private final Desk desk;
    private final Atomically atomically;
    private final Function<SlackUserId, Voice> voices;
    private final RecentCallers callers;
    private final ChangeRecord record;

    ChangeAccess(Desk desk, Atomically atomically, Function<SlackUserId, Voice> voices, RecentCallers callers) {
        this.desk = desk;
        this.atomically = atomically;
        this.voices = voices;
        this.callers = callers;
        this.record = new ChangeRecord(desk.chronicle());
    }

    /** An id that is nobody's, another's, or of the other button is answered alike: it is not known. */
    Decision decide(Caller caller, Way way, String subject) {
        Optional<Offer> offer = OfferId.looksRight(subject)
                ? desk.accounts()
                        .offers()
                        .find(new OfferId(subject))
                        .filter(made -> made.to().equals(caller.person().id()))
                        .filter(made -> made.change().way() == way)
                : Optional.empty();
        return offer.map(made -> inTime(caller, made))
                .orElseGet(() -> desk.refuse(
                        caller, "access", "", caller.voice().access().noOffer()));
    }

    private Decision inTime(Caller caller, Offer offer) {
        boolean over = caller.ask().at().isAfter(offer.until());
        if (over) return desk.reply(caller, caller.voice().access().offerOver(offer));
        List<Objection> objections = desk.accounts()
                .check()
                .may(caller.person().id(), offer.change())
                .objections();
        if (objections.isEmpty()) return asItStands(caller, offer);
        return desk.refuse(caller, ChangeRecord.name(offer.change()), ChangeRecord.device(offer.change()), objections);
    }

    private Decision asItStands(Caller caller, Offer offer) {
        CloudUser before = desk.accounts()
                .account()
                .users()
                .read(offer.change().user())
                .orElseThrow(() -> new ProviderUnreachable("the user was there a moment ago"));
        Taken taken = take(caller, offer, before);
        if (taken == Taken.BEFORE)
            return desk.reply(caller, caller.voice().access().takenBefore(offer));
        GrantOutcome outcome = taken == Taken.NOW && !offer.change().isMade(before)
                ? desk.accounts().account().grants().order(offer.change())
                : new GrantOutcome.Unconfirmed("not sent by this thought");
        callers.forget(offer.about());
        return said(caller, new AccessChanged(offer, outcome, isMade(offer.change())));
    }

    /** Only what is on the record is ordered. */
    private Taken take(Caller caller, Offer offer, CloudUser before) {
        Taken[] taken = {Taken.BEFORE};
        atomically.run(() -> {
            taken[0] = desk.accounts().offers().take(offer.id(), caller.ask().id());
            if (taken[0] == Taken.NOW) record.ordered(caller.author(), offer.change(), before);
        });
        return taken[0];
    }

    /** What is seen of it now; empty when nobody can tell. */
    private Optional<Boolean> isMade(Change change) {
        CloudUserId user = change.user();
        desk.accounts().account().recent().forget(user);
        try {
            return desk.accounts().account().users().read(user).map(change::isMade);
        } catch (ProviderUnreachable away) {
            return Optional.empty();
        }
    }

    private Decision said(Caller caller, AccessChanged changed) {
        Decision recorded = () -> record.ended(caller.author(), changed);
        Decision told = recorded.and(desk.reply(caller, caller.voice().access().changed(changed)));
        return changed.isMade() ? told.and(tell(caller, changed.offer())) : told;
    }

    /** Whose access it is learns of it, alone. */
    private Decision tell(Caller caller, Offer offer) {
        Audience audience = new Audience(offer.about(), caller.ask().place(), Optional.empty());
        return () -> desk.announcer()
                .privately(
                        audience,
                        voices.apply(offer.about())
                                .access()
                                .told(offer, caller.person().id()));
    }
}
