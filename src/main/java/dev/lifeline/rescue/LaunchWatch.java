package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Launching;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Did the order to launch begin anything? There is a gap between the two, so seeing nothing at first means nothing. */
final class LaunchWatch {

    /** How far the provider's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Patience patience;

    LaunchWatch(Patience patience) {
        this.patience = patience;
    }

    Optional<Move.Moved> fold(RescueRequest request, Launching stage, Condition now, Sighting sighting) {
        Optional<Transaction> ours = ours(stage, now);
        if (ours.isPresent()) return Optional.of(underWay(request, stage, ours.get(), now));
        if (somethingElseBegan(stage, now, sighting.knock()))
            return Optional.of(request.to(booting(stage, OptionalLong.empty())));
        return overdue(request, stage, sighting.at());
    }

    private static Optional<Transaction> ours(Launching stage, Condition now) {
        Instant earliest = stage.sentAt().minus(SKEW);
        return Stream.concat(now.running().stream(), now.last().stream())
                .filter(transaction -> transaction.id() > stage.baseline().newestTransaction())
                .filter(transaction -> !transaction.createdAt().isBefore(earliest))
                .findFirst();
    }

    /** Seen only after it was over, as after a restart, a transaction has no step under way that could be told. */
    private static Move.Moved underWay(RescueRequest request, Launching stage, Transaction transaction, Condition now) {
        boolean runs = now.running().filter(transaction::equals).isPresent();
        return request.to(
                booting(stage, OptionalLong.of(transaction.id())),
                runs
                        ? new Happening.UnderWay(transaction.wording(), transaction.average())
                        : new Happening.UnderWay("", Optional.empty()));
    }

    private static Booting booting(Launching stage, OptionalLong transaction) {
        return new Booting(transaction, stage.sentAt(), stage.baseline(), Phase.UNDER_WAY, Optional.empty(), false);
    }

    private static boolean somethingElseBegan(Launching stage, Condition now, Knock knock) {
        Condition before = stage.baseline().condition();
        boolean poweredDown = before.power() == Power.ON && now.power() == Power.OFF;
        boolean imageLoaded = before.bootImage().isEmpty() && now.bootImage().isPresent();
        boolean fellSilent = stage.confirmed() && stage.baseline().answered() && knock instanceof Knock.Silent;
        return poweredDown || imageLoaded || fellSilent;
    }

    private Optional<Move.Moved> overdue(RescueRequest request, Launching stage, Instant at) {
        Duration waited = Duration.between(stage.sentAt(), at);
        if (waited.compareTo(patience.giveUp()) >= 0)
            return Optional.of(request.close(
                    Ending.FAILED,
                    "nothing began within " + waited,
                    at,
                    new Happening.NothingBegan(waited, stage.confirmed())));
        if (stage.overdueSaid() || waited.compareTo(patience.pickup()) < 0) return Optional.empty();
        return Optional.of(request.to(
                new Launching(stage.system(), stage.sentAt(), stage.baseline(), stage.confirmed(), true),
                new Happening.NothingBegins(waited, stage.confirmed())));
    }
}
