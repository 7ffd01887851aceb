package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Schema;
import dev.lifeline.sandbox.classic.wire.Hosts;
import dev.lifeline.sandbox.classic.wire.Ports;
import dev.lifeline.sandbox.classic.world.Addresses;
import dev.lifeline.sandbox.classic.world.Controls;
import dev.lifeline.sandbox.classic.world.Deed;
import dev.lifeline.sandbox.classic.world.DefaultPeople;
import dev.lifeline.sandbox.classic.world.EventLog;
import dev.lifeline.sandbox.classic.world.Fate;
import dev.lifeline.sandbox.classic.world.Fleet;
import dev.lifeline.sandbox.classic.world.Grants;
import dev.lifeline.sandbox.classic.world.Happening;
import dev.lifeline.sandbox.classic.world.People;
import dev.lifeline.sandbox.classic.world.Speed;
import dev.lifeline.sandbox.web.LoopbackServer;
import dev.lifeline.sandbox.web.Routes;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** A pretend IBM Cloud Classic over real HTTP: REST v3.1, and devices that answer on the network. Ready once started. */
public final class PretendClassic implements AutoCloseable {

    /** How many devices answer from the start; made-up ones do when somebody looks at them. */
    private static final int AWAKE = 9;

    /** Since when busy-04 is busy. */
    private static final Duration BUSY_FOR = Duration.ofDays(2);

    private final LoopbackServer server;
    private final Hosts hosts;
    private final Ports ports;

    private PretendClassic(LoopbackServer server, Hosts hosts, Ports ports) {
        this.server = server;
        this.hosts = hosts;
        this.ports = ports;
    }

    /**
     * Starts it.
     *
     * @throws IOException when a port is in use; the message names it
     */
    public static PretendClassic start(ClassicOptions options) throws IOException {
        InstantSource clock = options.clock();
        Ports ports = Ports.choose(options.sshPort(), options.rdpPort());
        Controls controls = new Controls(new Speed(options.speed()));
        Hosts hosts = new Hosts(
                ports,
                clock,
                options.seed(),
                device -> Happening.REBOOTS_FROM_INSIDE.happenTo(device, clock.instant(), controls));
        controls.onChange(hosts::changed);
        Estate estate = estate(options, ports, controls);
        openDoors(estate, hosts, clock);
        LoopbackServer server = new LoopbackServer(options.host(), options.port());
        try {
            return new PretendClassic(server.start(routes(options, estate, hosts)), hosts, ports);
        } catch (IOException taken) {
            hosts.close();
            throw taken;
        }
    }

    private static Estate estate(ClassicOptions options, Ports ports, Controls controls) {
        People people = new People(DefaultPeople.all());
        Fleet fleet = new Fleet(new Addresses(ports.manyAddresses()), options.seed(), options.devices());
        return new Estate(fleet, people, new Grants(people), controls, new EventLog());
    }

    private static void openDoors(Estate estate, Hosts hosts, InstantSource clock) {
        estate.fleet()
                .named("busy-04")
                .ifPresent(busy -> estate.controls()
                        .hold(
                                busy,
                                new Deed(
                                        estate.people().owner().id(),
                                        clock.instant().minus(BUSY_FOR),
                                        Fate.ENDS)));
        estate.fleet().all().limit(AWAKE).forEach(hosts::wake);
    }

    private static Routes routes(ClassicOptions options, Estate estate, Hosts hosts) {
        InstantSource clock = options.clock();
        Tokens tokens = new Tokens(clock);
        CallLog log = new CallLog();
        Faults faults = new Faults(clock, options.seed());
        Rest rest = new Rest(Schema.load());
        RestRoute.Surroundings around = new RestRoute.Surroundings(faults, log, hosts::wake);
        return new Routes()
                .at(Invocation.BASE, new RestRoute(clock, estate, rest, new Keys(estate.people(), tokens), around))
                .at("/identity/token", tokens)
                .at("/sandbox/faults", new FaultsRoute(faults, estate.fleet(), clock))
                .at("/sandbox", new SandboxRoute(clock, estate, hosts, log));
    }

    /** Where it answers, such as {@code http://127.0.0.1:8090}; the API is below {@code /rest/v3.1}. */
    public String url() {
        return server.url();
    }

    /** The port Linux devices answer on, each at its own address. */
    public int sshPort() {
        return ports.ssh();
    }

    /** The port Windows devices answer on, each at its own address. */
    public int rdpPort() {
        return ports.rdp();
    }

    /** Waits until it is closed. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        server.close();
        try {
            hosts.close();
        } catch (IOException alreadyDown) {
            // the process lets go of the ports in any case
        }
    }
}
