package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.Returning;
import java.util.Optional;

/** What does a sighting of the device mean for its request? Pure: the same sighting of the same stage always means the same. */
public final class Watch {

    private final LaunchWatch launch;
    private final BootWatch boot;
    private final RescueWatch rescue = new RescueWatch();
    private final ReturnWatch back;

    public Watch(Patience patience) {
        this.launch = new LaunchWatch(patience);
        this.boot = new BootWatch(patience);
        this.back = new ReturnWatch(patience);
    }

    /** The move that the sighting makes; empty when nothing changed that anybody should know. */
    public Optional<Move.Moved> fold(RescueRequest request, Sighting sighting) {
        if (!request.stage().watched()) return Optional.empty();
        if (sighting.condition().isEmpty())
            return Optional.of(request.close(
                    Ending.VANISHED,
                    "the device is not among those that the provider shows",
                    sighting.at(),
                    new Happening.Vanished()));
        return fold(request, sighting, sighting.condition().get());
    }

    private Optional<Move.Moved> fold(RescueRequest request, Sighting sighting, Condition now) {
        Stage stage = request.stage();
        if (stage instanceof Launching launching) return launch.fold(request, launching, now, sighting);
        if (stage instanceof Booting booting) return boot.fold(request, booting, now, sighting);
        if (stage instanceof InRescue in) return rescue.fold(request, in, now, sighting);
        return back.fold(request, (Returning) stage, now, sighting);
    }
}
