package dev.lifeline.command;

import dev.lifeline.access.Objection;
import dev.lifeline.access.People;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Verdict;
import dev.lifeline.approval.DirectorySilent;
import dev.lifeline.chronicle.Author;
import dev.lifeline.command.Ask.What.Pressed;
import dev.lifeline.command.Ask.What.PressedForWindow;
import dev.lifeline.command.Ask.What.Submitted;
import dev.lifeline.command.Ask.What.Typed;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.message.Message;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Atomically;
import dev.lifeline.rescue.LostRace;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What does whoever asked get to hear? Takes one ask from the inbox, thinks about it, and writes what was decided together with the
 * fact that it was answered. Whoever loses a race thinks again; every ask ends in an answer (promise P2).
 */
public final class FrontDesk {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    private final Inbox inbox;
    private final People people;
    private final Atomically atomically;
    private final Desk desk;
    private final RecentCallers callers;
    private final Commands commands;
    private final Presses presses;

    public FrontDesk(Inbox inbox, People people, Atomically atomically, Desk desk) {
        this.inbox = inbox;
        this.people = people;
        this.atomically = atomically;
        this.desk = desk;
        this.callers = new RecentCallers(desk.access(), desk.linking(), desk.clock());
        this.commands = new Commands(desk);
        this.presses = new Presses(desk, new ChangeAccess(desk, atomically, this::voiceOf, callers));
    }

    /** Answers one ask, unless it was answered meanwhile. */
    public void answer(String askId) {
        inbox.find(askId).ifPresent(this::answer);
    }

    private void answer(Ask ask) {
        decidedAndWritten(ask).ifPresent(decision -> afterwards(ask, decision));
    }

    /** Thought about again for as long as somebody else is quicker; empty where it cannot be written, of which whoever asked is told. */
    private Optional<Decision> decidedAndWritten(Ask ask) {
        try {
            Optional<Decision> written = Optional.empty();
            while (written.isEmpty())
                written = Optional.of(thoughtAbout(ask)).filter(decision -> written(ask, decision));
            return written;
        } catch (RuntimeException fault) {
            apologize(ask);
            LOG.error("what was decided of ask {} cannot be written", ask.id(), fault);
            return Optional.empty();
        }
    }

    /** Where the database takes not even this, whoever calls tries again; where it took the decision after all, there is nothing to add. */
    private void apologize(Ask ask) {
        atomically.run(() -> {
            if (inbox.find(ask.id()).isEmpty()) return;
            unanswered(ask, "our-fault", voice(ask).answers().failed(ask.id())).write();
            inbox.answered(ask.id());
        });
    }

    /** The ask counts as answered by now. What is logged of a fault is where it was, not its words: they may hold a secret. */
    private void afterwards(Ask ask, Decision decision) {
        try {
            decision.afterwards();
        } catch (RuntimeException | Error fault) {
            LOG.error(
                    "what came after ask {} failed: {} {}",
                    ask.id(),
                    fault.getClass().getName(),
                    fault.getStackTrace());
            desk.tell(ask, voice(ask).answers().failed(ask.id()));
        }
    }

    private boolean written(Ask ask, Decision decision) {
        try {
            atomically.run(() -> {
                decision.write();
                inbox.answered(ask.id());
            });
            return true;
        } catch (LostRace race) {
            LOG.info("ask {} is thought about again: {}", ask.id(), race.getMessage());
            return false;
        }
    }

    private Decision thoughtAbout(Ask ask) {
        try {
            return decide(ask);
        } catch (ProviderUnreachable away) {
            LOG.warn("ask {} cannot be answered: {}", ask.id(), away.getMessage());
            return unanswered(ask, "provider-away", voice(ask).answers().providerAway());
        } catch (DirectorySilent silent) {
            LOG.warn("ask {} cannot be answered: {}", ask.id(), silent.getMessage());
            return unanswered(ask, "policy-silent", voice(ask).reasons().policySilent());
        } catch (RuntimeException | Error fault) { // tried again it would be the same, and nobody would hear of it
            LOG.error("ask {} failed", ask.id(), fault);
            return unanswered(ask, "our-fault", voice(ask).answers().failed(ask.id()));
        }
    }

    /** Nothing was done, and the record tells that somebody wanted something. */
    private Decision unanswered(Ask ask, String because, Message answer) {
        Map<String, String> facts = Map.of("because", because, "ask", ask.id(), "action", ask.action());
        Decision recorded = () -> desk.chronicle().refused("ask", "", author(ask), facts);
        return recorded.and(desk.reply(ask, answer));
    }

    private static Author author(Ask ask) {
        return new Author(ask.who().value(), "", ask.place().value());
    }

    private Decision decide(Ask ask) {
        Optional<Objection> elsewhere = desk.serving().objection(ask.place());
        if (elsewhere.isPresent()) return refuse(ask, elsewhere.get());
        Verdict verdict = decidesNothing(ask) ? callers.recently(ask.who()) : callers.identify(ask.who());
        if (verdict instanceof Verdict.Refused refused) return refuse(ask, refused.objection());
        Verdict.Allowed known = (Verdict.Allowed) verdict;
        Caller caller = new Caller(
                ask, known.person(), known.user(), Voice.in(known.person().locale()));
        if (ask.what() instanceof Pressed pressed)
            return presses.decide(caller, pressed.action(), pressed.subject(), Map.of());
        if (ask.what() instanceof PressedForWindow pressed)
            return presses.decide(caller, pressed.action(), pressed.subject(), Map.of());
        if (ask.what() instanceof Submitted form)
            return presses.decide(caller, form.action(), form.subject(), form.values());
        return commands.decide(caller, ((Typed) ask.what()).text());
    }

    private static boolean decidesNothing(Ask ask) {
        return ask.what() instanceof Typed typed && RescueCommand.onlyShows(RescueCommand.read(typed.text()));
    }

    /** Help is for everybody; everything else is for whom the account knows. */
    private Decision refuse(Ask ask, Objection objection) {
        Voice voice = voice(ask);
        boolean wantsHelp =
                ask.what() instanceof Typed typed && RescueCommand.read(typed.text()) instanceof RescueCommand.Help;
        if (wantsHelp) return desk.reply(ask, voice.help().message());
        return served(ask, objection).orElseGet(() -> refused(ask, objection, voice));
    }

    /** Whoever is not known on the account may still say who they are. */
    private Optional<Decision> served(Ask ask, Objection objection) {
        boolean aboutPlaceOrPerson =
                objection instanceof Objection.NotServedHere || objection instanceof Objection.NotServed;
        return aboutPlaceOrPerson || !(ask.what() instanceof Typed typed)
                ? Optional.empty()
                : member(ask).flatMap(person -> commands.unknown(ask, person, RescueCommand.read(typed.text())));
    }

    private Optional<Person> member(Ask ask) {
        try {
            return Optional.of(people.person(ask.who())).filter(person -> person.guise() == Person.Guise.MEMBER);
        } catch (People.PersonUnknown silence) {
            return Optional.empty();
        }
    }

    private Decision refused(Ask ask, Objection objection, Voice voice) {
        Message answer = Message.saying(voice.reasons().objection(objection));
        Decision recorded = () -> desk.chronicle().refused("person", "", author(ask), answer.plain());
        return recorded.and(desk.reply(ask, answer));
    }

    private Voice voice(Ask ask) {
        return voiceOf(ask.who());
    }

    private Voice voiceOf(SlackUserId who) {
        return Voice.in(locale(who).orElse(Locale.ENGLISH));
    }

    /** English will do where nobody tells: this is asked for apologies, too. */
    private Optional<Locale> locale(SlackUserId who) {
        try {
            return Optional.of(people.person(who).locale());
        } catch (RuntimeException untold) {
            return Optional.empty();
        }
    }
}
