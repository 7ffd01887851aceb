package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Is the rescue kernel up? That the provider's job ended is not enough: the device has to say so itself, where it can be heard. */
final class BootWatch {

    /** Used for words only; the provider documents no name but RESCUE_BOOT (softlayer.md 3). */
    private static final Pattern RESCUE_STEP = Pattern.compile("rescue|iso|boot");

    private final Patience patience;

    BootWatch(Patience patience) {
        this.patience = patience;
    }

    Optional<Move.Moved> fold(RescueRequest request, Booting stage, Condition now, Sighting sighting) {
        Booting seen = noticed(stage, now, sighting.at());
        Optional<Evidence> up = up(seen, now, sighting);
        if (up.isPresent()) return Optional.of(inRescue(request, stage, up.get(), sighting, now));
        if (!seen.equals(stage)) return Optional.of(further(request, stage, seen, now));
        return stalled(request, stage, sighting.at());
    }

    private Booting noticed(Booting stage, Condition now, Instant at) {
        Phase phase = max(stage.phase(), phase(stage, now));
        Optional<Instant> finishedAt =
                finished(stage, now) ? stage.finishedAt().or(() -> Optional.of(at)) : Optional.empty();
        return new Booting(
                stage.transaction(), stage.since(), stage.baseline(), phase, finishedAt, stage.stalledSaid());
    }

    private static Phase phase(Booting stage, Condition now) {
        if (now.power() == Power.OFF) return Phase.POWERED_DOWN;
        boolean wentDown = stage.phase().compareTo(Phase.POWERED_DOWN) >= 0;
        Optional<Transaction> step = now.running();
        if (step.filter(running -> running.status().equals("RESCUE_BOOT")).isPresent()) return Phase.KERNEL_BOOTING;
        if (!wentDown) return Phase.UNDER_WAY;
        boolean rescueStep = step.filter(BootWatch::soundsLikeRescue).isPresent();
        return rescueStep ? Phase.KERNEL_BOOTING : Phase.REBOOTING;
    }

    private static boolean soundsLikeRescue(Transaction step) {
        String words = (step.status() + " " + step.friendlyName()).toLowerCase(Locale.ROOT);
        return RESCUE_STEP.matcher(words).find() && !words.contains("reboot");
    }

    private static boolean finished(Booting stage, Condition now) {
        if (stage.transaction().isEmpty()) return now.isTold() && now.running().isEmpty() && now.power() != Power.OFF;
        long ours = stage.transaction().getAsLong();
        boolean begun = now.newestTransaction() >= ours;
        return begun && now.running().filter(running -> running.id() == ours).isEmpty();
    }

    private Optional<Evidence> up(Booting stage, Condition now, Sighting sighting) {
        if (now.power() == Power.OFF) return Optional.empty();
        Optional<String> before = stage.baseline().hostKey();
        Optional<String> key = Baseline.fingerprint(sighting.knock());
        if (before.isPresent() && key.isPresent())
            return before.equals(key) ? Optional.empty() : Optional.of(Evidence.HOST_KEY_CHANGED);
        if (stage.finishedAt().isEmpty()) return Optional.empty();
        boolean silent = sighting.knock() instanceof Knock.Silent;
        if (!silent && tellsSomething(stage, now)) return Optional.of(Evidence.PORT_ANSWERS);
        if (before.isPresent() && !silent) return Optional.empty();
        boolean unseenLongEnough = waited(stage.finishedAt().get(), sighting.at(), patience.unseen());
        return unseenLongEnough ? Optional.of(Evidence.THE_PROVIDERS_WORD) : Optional.empty();
    }

    /** A port that answered before the order too, and was not seen to go down since, may still be the installed system's. */
    private static boolean tellsSomething(Booting stage, Condition now) {
        Condition before = stage.baseline().condition();
        boolean imageLoaded = before.bootImage().isEmpty() && now.bootImage().isPresent();
        boolean wentDown = stage.phase().compareTo(Phase.POWERED_DOWN) >= 0;
        return imageLoaded || wentDown || !stage.baseline().answered();
    }

    private static Move.Moved inRescue(
            RescueRequest request, Booting stage, Evidence evidence, Sighting sighting, Condition now) {
        Baseline inRescue = Baseline.of(now, sighting.knock());
        Stage next = new InRescue(sighting.at(), evidence, stage.baseline(), inRescue);
        return request.to(next, new Happening.IsInRescue(evidence));
    }

    private static Move.Moved further(RescueRequest request, Booting before, Booting seen, Condition now) {
        if (before.phase() == seen.phase()) return request.to(seen);
        String wording = now.running().map(Transaction::wording).orElse("");
        return switch (seen.phase()) {
            case POWERED_DOWN -> request.to(seen, new Happening.PoweredDown());
            case REBOOTING -> request.to(seen, new Happening.Rebooting());
            case KERNEL_BOOTING -> request.to(seen, new Happening.KernelBooting(wording));
            case ACCEPTED, UNDER_WAY -> request.to(seen);
        };
    }

    private Optional<Move.Moved> stalled(RescueRequest request, Booting stage, Instant at) {
        Duration waited = Duration.between(stage.since(), at);
        if (stage.stalledSaid() || waited.compareTo(patience.boot()) < 0) return Optional.empty();
        Booting said = new Booting(
                stage.transaction(), stage.since(), stage.baseline(), stage.phase(), stage.finishedAt(), true);
        return Optional.of(request.to(said, new Happening.Stalled(waited, stage.transaction())));
    }

    private static boolean waited(Instant since, Instant at, Duration enough) {
        return Duration.between(since, at).compareTo(enough) >= 0;
    }

    private static Phase max(Phase a, Phase b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
