package dev.lifeline.simulation;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.transport.OutsideCalls;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Commands of one process to the provider, which may be busy, refuse, lose an answer, or get a command twice from a proxy. */
final class CommandPorts implements RescueProvider, AccessAdmin {

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
            world.account().launch(found, process.currentRequest());
        });
    }

    @Override
    public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
        return guard -> send("exit", device.id(), guard, found -> {
            world.orders().exited(process, found);
            world.account().reboot(found);
        });
    }

    @Override
    public PreparedCommand preparePowerOn(Device device) {
        throw new IllegalStateException("no device of the simulation is off");
    }

    private CommandResult send(String what, DeviceId id, SendGuard guard, Consumer<SimulatedDevice> execution) {
        OutsideCalls.check(what);
        world.lookNow();
        process.criticalPoint("before-" + what);
        if (!guard.maySend()) return new CommandResult.NotSent("the claim is void");
        CommandResult answer = execute(what, id, execution);
        world.trace(process.name(), what + " of " + id + ": " + answer);
        process.criticalPoint("after-" + what);
        return answer;
    }

    private CommandResult execute(String what, DeviceId id, Consumer<SimulatedDevice> execution) {
        Optional<SimulatedDevice> found = world.account().find(id).filter(device -> !device.isCancelled());
        if (found.isEmpty() || world.seed().fault("refused@" + what, 0.01))
            return new CommandResult.NotPermitted("refused");
        SimulatedDevice device = found.get();
        if (device.isBusy() || world.seed().fault("busy@" + what, 0.03))
            return new CommandResult.Busy("a transaction is active");
        if (world.seed().fault("never-arrives@" + what, 0.02)) return new CommandResult.Unconfirmed("no answer");
        execution.accept(device);
        if (world.seed().fault("answer-lost@" + what, 0.05))
            return new CommandResult.Unconfirmed("the answer was lost");
        if (world.seed().fault("repeated-by-proxy@" + what, 0.05))
            return new CommandResult.Busy("a transaction is active");
        return new CommandResult.Accepted(OptionalLong.empty());
    }

    @Override
    public PreparedChange prepare(AccessChange accessChange) {
        return maySend -> new AccessChangeResult.Accepted();
    }
}
