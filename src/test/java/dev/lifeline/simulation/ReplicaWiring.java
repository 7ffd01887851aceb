package dev.lifeline.simulation;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.app.HandlerPorts;
import dev.lifeline.app.HandlerWiring;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.Policy;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyInput;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.Ports;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.handler.link.LinkPageHandler;
import dev.lifeline.job.Job;
import dev.lifeline.job.Poller;
import dev.lifeline.message.port.Canvases;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.store.jobs.JobEngine;
import dev.lifeline.workflow.CommandStep;
import dev.lifeline.workflow.CommandSteps;
import dev.lifeline.workflow.DeviceObserver;
import dev.lifeline.workflow.DevicePoller;
import dev.lifeline.workflow.ExitStep;
import dev.lifeline.workflow.FallbackMessages;
import dev.lifeline.workflow.InRescueReminders;
import dev.lifeline.workflow.LaunchStep;
import dev.lifeline.workflow.NextInLine;
import dev.lifeline.workflow.ObservationStep;
import dev.lifeline.workflow.PollIntervals;
import dev.lifeline.workflow.PollSchedule;
import dev.lifeline.workflow.PowerOnStep;
import dev.lifeline.workflow.RequestStepper;
import dev.lifeline.workflow.UndeliverableHandler;
import dev.lifeline.workflow.WatchTimes;
import dev.lifeline.workflow.WorkflowRecorder;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The object graph of one replica over simulated ports; what {@link dev.lifeline.app.Wiring} builds over the adapters. */
final class ReplicaWiring {

    private static final PollIntervals POLL_INTERVALS = new PollIntervals(
            Duration.ofSeconds(15), Duration.ofSeconds(45), Duration.ofMinutes(1), Duration.ofSeconds(20));

    private final ReplicaStore store;
    private final ReplicaProcess process;
    private final SimulatedWorld world;
    private final DevicePorts devices;
    private final CommandPorts commands;
    private final PeoplePorts people;
    private final TransitionRecorder recorder;
    private final WorkflowRecorder workflowRecorder;
    private final HandlerWiring handlers;

    ReplicaWiring(ReplicaStore store, ReplicaProcess process, SimulatedWorld world) {
        this.store = store;
        this.process = process;
        this.world = world;
        this.devices = new DevicePorts(world, process);
        this.commands = new CommandPorts(world, process);
        this.people = new PeoplePorts(world, process);
        this.recorder = new TransitionRecorder(
                store.requests(), store.notifier(), store.auditLog(), Locale.ENGLISH, store.clock());
        this.workflowRecorder = new WorkflowRecorder(recorder, store.transactions());
        this.handlers = handlers();
    }

    JobEngine.Jobs jobs() {
        return new JobEngine.Jobs(
                attributed(handlers.dispatcher(store.inbox())), attributed(stepper()), attributed(relay()), poller());
    }

    private Job attributed(Job job) {
        return Job.of(key -> process.runJob(key, () -> job.run(key)), job::pending);
    }

    private Policy policy() {
        return new Policy() {
            @Override
            public PolicyDecision evaluate(PolicyInput policyInput) {
                return world.policyRules().evaluate(policyInput, people);
            }

            @Override
            public PolicyRules.InRescueReminder inRescueReminder() {
                return world.policyRules().inRescueReminder();
            }
        };
    }

    /** The pages on which people show who they are. */
    LinkPageHandler linkPages() {
        return handlers.linkPages(user -> "simulated");
    }

    private HandlerWiring handlers() {
        HandlerPorts ports = new HandlerPorts(
                new HandlerPorts.StorePorts(
                        store.requests(),
                        store.accountLinks(),
                        store.linkTokens(),
                        store.pendingAccessChanges(),
                        store.pendingVotes(),
                        store.notifier(),
                        recorder,
                        store.transactions(),
                        new Estimates(store.phaseDurations())),
                new HandlerPorts.AccountPorts(
                        devices, DeviceNotices.NONE, devices, commands, devices, people, people, commands, people),
                new HandlerPorts.SlackPorts(people, people, new SimulatedModals(world, process), Canvases.NONE),
                new HandlerPorts.OperatorRules(
                        new ServedChannels(Set.of(), ChannelRedirects.NONE),
                        policy(),
                        Ports.DEFAULT,
                        () -> URI.create("https://bot.example.com")));
        return new HandlerWiring(ports, store.clock(), process.clock()::nanoTime, devices);
    }

    private AccessCheck accessCheck() {
        return new AccessCheck(people, people, store.accountLinks(), store.clock());
    }

    private Job stepper() {
        CommandStep commandStep =
                new CommandStep(accessCheck(), devices, store.requests(), workflowRecorder, process.clock()::nanoTime);
        return new RequestStepper(
                store.requests(),
                workflowRecorder,
                store.clock(),
                new CommandSteps(
                        new LaunchStep(commandStep, commands, devices, store.clock(), POLL_INTERVALS),
                        new ExitStep(
                                commandStep,
                                commands,
                                store.clock(),
                                POLL_INTERVALS,
                                new Estimates(store.phaseDurations())),
                        new PowerOnStep(commandStep, commands, devices, workflowRecorder, store.clock())));
    }

    private Job relay() {
        NextInLine nextInLine = new NextInLine(
                new ApproverResolver(
                        people, new ApproverAbility(accessCheck(), new HumanIdentities(people, store.accountLinks()))),
                people,
                new RemedyContacts(people, store.accountLinks()));
        UndeliverableHandler undeliverable = new UndeliverableHandler(
                store.requests(), recorder, new FallbackMessages(store.notifier(), people), nextInLine, store.clock());
        return new SimulatedRelay(world, process, store.outbox(), undeliverable, store.clock());
    }

    private Poller poller() {
        DevicePoller poller = new DevicePoller(
                store.requests(),
                new DeviceObserver(devices, devices, Runnable::run, store.clock(), process.clock()::nanoTime),
                new ObservationStep(
                        new RescueMonitor(RescueTimeouts.DEFAULT),
                        devices,
                        workflowRecorder,
                        new WatchTimes(process.clock()::nanoTime)),
                new InRescueReminders(policy(), request -> Optional.empty(), workflowRecorder, store.clock()),
                new PollSchedule(POLL_INTERVALS, process.clock()::nanoTime));
        return poller::poll;
    }
}
