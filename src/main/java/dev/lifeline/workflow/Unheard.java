package dev.lifeline.workflow;

import dev.lifeline.access.People;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Message;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Ending;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What if a request's card cannot be shown where it was asked? Then nobody can answer it: it is closed, and the requester told
 * privately. A request that was confirmed goes on, heard or not: a launch never fails because of a message, and where it
 * ends its requester is told.
 */
public final class Unheard {

    private static final Logger LOG = LoggerFactory.getLogger(Unheard.class);

    private final Bench bench;
    private final Announcer announcer;
    private final People people;

    public Unheard(Bench bench, Announcer announcer, People people) {
        this.bench = bench;
        this.announcer = announcer;
        this.people = people;
    }

    /**
     * The card will never be seen.
     *
     * @param notInvited whether inviting the bot would mend it
     */
    public void card(RequestId id, boolean notInvited) {
        bench.requests().find(id).ifPresent(request -> {
            if (request.stage() instanceof AwaitingConfirmation) close(request, notInvited);
            else if (isWorthKnowing(request.stage())) show(request);
        });
    }

    /** What the requester waits for; every step on the way would be a message of its own. */
    private static boolean isWorthKnowing(Stage stage) {
        return stage instanceof Stage.InRescue || stage instanceof Stage.Closed;
    }

    /** Without a reply address, since it is long used up: where the place takes nothing, it goes to their own talk with the bot. */
    private void show(RescueRequest request) {
        LOG.warn("request {} is shown to its requester alone", request.id());
        SlackUserId requester = request.plan().requester().person();
        Audience audience = new Audience(requester, request.plan().place(), Optional.empty());
        announcer.privately(audience, Voice.in(locale(requester)).cards().card(request));
    }

    private void close(RescueRequest request, boolean notInvited) {
        LOG.warn("request {} cannot be shown where it was asked", request.id());
        Happening news = new Happening.Cancelled(request.plan().requester().person());
        if (bench.write(request.close(
                Ending.REFUSED, "its card cannot be shown", bench.clock().instant(), news)))
            tell(
                    request.plan(),
                    voice -> notInvited
                            ? voice.answers().notInChannel()
                            : voice.answers().cannotPost());
    }

    private void tell(Plan plan, Function<Voice, Message> words) {
        SlackUserId requester = plan.requester().person();
        Audience audience = new Audience(requester, plan.place(), plan.replyAddress());
        announcer.privately(audience, words.apply(Voice.in(locale(requester))));
    }

    private Locale locale(SlackUserId person) {
        try {
            return people.person(person).locale();
        } catch (People.PersonUnknown silence) {
            return Locale.ENGLISH;
        }
    }
}
