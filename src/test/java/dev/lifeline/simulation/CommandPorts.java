package dev.lifeline.simulation;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.transport.OutsideCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Commands of one process to the provider, which may be busy, refuse, lose an answer, or get a command twice from a proxy. */
final class CommandPorts implements RescueProvider, AccessAdmin {

    /** Before people are asked for their word (src/docs/simulation.md, What is not). */
    private static final Duration LATEST_ARRIVAL = Duration.ofSeconds(170);

    private final SimulatedWorld world;
    private final ReplicaProcess process;

    CommandPorts(SimulatedWorld world, ReplicaProcess process) {
        this.world = world;
        this.process = process;
    }

    @Override
    public Optional<PreflightFailure> findPreflightFailure(Device device) {
        return Optional.empty();
    }

    @Override
    public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
        return guard -> send("launch", device.id(), guard, found -> {
            world.orders().launched(process, found);
            RequestId request = process.currentRequest();
            return () -> {
                world.figures().countRescue();
                world.account().launch(found, request);
            };
        });
    }

    @Override
    public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
        return guard -> send("exit", device.id(), guard, found -> {
            world.orders().exited(process, found);
            return () -> world.account().reboot(found);
        });
    }

    @Override
    public PreparedCommand preparePowerOn(Device device) {
        return guard -> send("power-on", device.id(), guard, found -> {
            world.orders().poweredOn(process, found);
            return () -> world.account().powerOn(found);
        });
    }

    /** Judges an order at the moment at which it leaves, and gives what the provider does once it arrives. */
    @FunctionalInterface
    private interface Order {
        Runnable judge(SimulatedDevice device);
    }

    private CommandResult send(String what, DeviceId id, SendGuard guard, Order order) {
        OutsideCalls.check(what);
        world.lookNow();
        process.criticalPoint("before-" + what);
        if (!guard.maySend()) return new CommandResult.NotSent("the claim is void");
        CommandResult answer = execute(what, id, order);
        world.trace(process.name(), what + " of " + id + ": " + answer);
        process.criticalPoint("after-" + what);
        return answer;
    }

    private CommandResult execute(String what, DeviceId id, Order order) {
        Optional<SimulatedDevice> found = world.account().find(id).filter(device -> !device.isCancelled());
        if (found.isEmpty() || world.seed().fault("refused@" + what, 0.01))
            return new CommandResult.NotPermitted("refused");
        SimulatedDevice device = found.get();
        if (device.isBusy() || world.seed().fault("busy@" + what, 0.03))
            return new CommandResult.Busy("a transaction is active");
        if (world.seed().fault("never-arrives@" + what, 0.02)) return new CommandResult.Unconfirmed("no answer");
        Runnable effect = order.judge(device);
        if (world.seed().fault("arrives-late@" + what, 0.02)) return arriveLate(what, device, effect);
        effect.run();
        if (world.seed().fault("answer-lost@" + what, 0.05))
            return new CommandResult.Unconfirmed("the answer was lost");
        if (world.seed().fault("repeated-by-proxy@" + what, 0.05))
            return new CommandResult.Busy("a transaction is active");
        return new CommandResult.Accepted(OptionalLong.empty());
    }

    /** It waits on its way until nobody listens for the answer any more; a busy device turns it away then. */
    private CommandResult arriveLate(String what, SimulatedDevice device, Runnable effect) {
        Duration delay = world.seed().between("lateness@" + what, Duration.ofSeconds(20), LATEST_ARRIVAL);
        world.time().schedule(delay, () -> {
            boolean turnedAway = device.isCancelled() || device.isBusy();
            world.trace(device.hostname(), what + (turnedAway ? " arrives late and is turned away" : " arrives late"));
            if (!turnedAway) effect.run();
        });
        return new CommandResult.Unconfirmed("no answer yet");
    }

    @Override
    public PreparedChange prepare(AccessChange accessChange) {
        return maySend -> new AccessChangeResult.Accepted();
    }
}
