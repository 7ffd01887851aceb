package dev.lifeline.chronicle;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Cards;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.util.HashSet;
import java.util.Set;

/** Who is told of a happening besides the thread? Approvers and owners, in their own talk with the bot; and the review has its own card. */
final class Messengers {

    private final Announcer announcer;
    private final Cards cards;

    Messengers(Announcer announcer, Cards cards) {
        this.announcer = announcer;
        this.cards = cards;
    }

    void after(RescueRequest request, Happening happening) {
        if (happening instanceof Happening.ApprovalAsked asked)
            directly(asked.asked(), request, cards.askedDirectly(request));
        if (happening instanceof Happening.Reminded reminded)
            directly(all(request, reminded.also()), request, cards.askedDirectly(request));
        if (happening instanceof Happening.GlassBroken broken)
            request.review()
                    .ifPresent(review -> directly(broken.told(), request, cards.glassDirectly(request, review)));
        if (concernsReview(happening)) request.review().ifPresent(review -> show(request, review));
    }

    private static boolean concernsReview(Happening happening) {
        return happening instanceof Happening.GlassBroken
                || happening instanceof Happening.ReviewSigned
                || happening instanceof Happening.ReviewOverdue;
    }

    private static Set<SlackUserId> all(RescueRequest request, Set<SlackUserId> also) {
        Set<SlackUserId> all = new HashSet<>(also);
        if (request.stage() instanceof AwaitingApproval waiting)
            all.addAll(waiting.electorate().asked());
        return all;
    }

    private void directly(Set<SlackUserId> people, RescueRequest request, Message news) {
        people.forEach(person -> announcer.directly(person, request.id(), news, cards.link()));
    }

    private void show(RescueRequest request, Review review) {
        announcer.review(request.id(), request.plan().place(), cards.review(request, review));
    }
}
