package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.Schema;
import dev.lifeline.sandbox.softlayer.host.FakeHosts;
import dev.lifeline.sandbox.softlayer.host.HostPorts;
import dev.lifeline.sandbox.softlayer.account.LoopbackAddresses;
import dev.lifeline.sandbox.softlayer.account.DeviceCommands;
import dev.lifeline.sandbox.softlayer.account.CommandContext;
import dev.lifeline.sandbox.softlayer.account.DefaultUsers;
import dev.lifeline.sandbox.softlayer.account.AccountRecords;
import dev.lifeline.sandbox.softlayer.account.ScriptedOutcome;
import dev.lifeline.sandbox.softlayer.account.Fleet;
import dev.lifeline.sandbox.softlayer.account.Grants;
import dev.lifeline.sandbox.softlayer.account.DeviceIncident;
import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import dev.lifeline.sandbox.softlayer.account.Speed;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.LoopbackServer;
import dev.lifeline.sandbox.web.Router;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** A fake IBM Cloud Classic: REST v3.1 over real HTTP, and devices that answer SSH or RDP on loopback addresses. Thread-safe. */
public final class FakeSoftLayer implements AutoCloseable {

    /** How many devices listen from the start; generated ones listen once they are called by id. */
    private static final int INITIALLY_LISTENING_DEVICES = 9;

    /** How long the transaction of busy-04 has been running at the start. */
    private static final Duration BUSY_DURATION = Duration.ofDays(2);

    private final LoopbackServer server;
    private final FakeHosts fakeHosts;
    private final HostPorts hostPorts;

    private FakeSoftLayer(LoopbackServer server, FakeHosts fakeHosts, HostPorts hostPorts) {
        this.server = server;
        this.fakeHosts = fakeHosts;
        this.hostPorts = hostPorts;
    }

    /**
     * Starts it; ports answer when this returns.
     *
     * @throws IOException when a port is in use; the message names it
     */
    public static FakeSoftLayer start(FakeSoftLayerOptions options) throws IOException {
        InstantSource clock = options.clock();
        HostPorts hostPorts = HostPorts.allocate(addresses(options, true).publicAddress(0), options.sshPort(), options.rdpPort());
        DeviceCommands deviceCommands = new DeviceCommands(new Speed(options.speed()));
        FakeHosts fakeHosts = new FakeHosts(
                hostPorts,
                clock,
                options.seed(),
                device -> DeviceIncident.REBOOT_FROM_OS.trigger(device, clock.instant(), deviceCommands));
        deviceCommands.addChangeListener(fakeHosts::onDeviceChanged);
        FakeAccount fakeAccount = createAccount(options, hostPorts, deviceCommands);
        startListening(fakeAccount, fakeHosts, clock);
        LoopbackServer server = new LoopbackServer(options.host(), options.port());
        try {
            return new FakeSoftLayer(server.start(createRoutes(options, fakeAccount, fakeHosts)), fakeHosts, hostPorts);
        } catch (IOException e) {
            fakeHosts.close();
            throw e;
        }
    }

    private static LoopbackAddresses addresses(FakeSoftLayerOptions options, boolean addressPerDevice) {
        return new LoopbackAddresses(addressPerDevice, options.secondAccount() ? 1 : 0);
    }

    private static FakeAccount createAccount(FakeSoftLayerOptions options, HostPorts hostPorts, DeviceCommands deviceCommands) {
        CloudUsers cloudUsers = new CloudUsers(options.secondAccount() ? DefaultUsers.ofSecondAccount() : DefaultUsers.all());
        Fleet fleet = new Fleet(addresses(options, hostPorts.addressPerDevice()), options.seed(), options.generatedDevices());
        return new FakeAccount(fleet, cloudUsers, new Grants(cloudUsers), deviceCommands, AccountRecords.empty());
    }

    private static void startListening(FakeAccount fakeAccount, FakeHosts fakeHosts, InstantSource clock) {
        fakeAccount.fleet()
                .findByHostname("busy-04")
                .ifPresent(busy -> fakeAccount.commands()
                        .startEndlessTransaction(
                                busy,
                                new CommandContext(
                                        fakeAccount.users().masterUser().id(),
                                        clock.instant().minus(BUSY_DURATION),
                                        ScriptedOutcome.COMPLETES)));
        fakeAccount.fleet().all().limit(INITIALLY_LISTENING_DEVICES).forEach(fakeHosts::ensureListening);
    }

    private static Router createRoutes(FakeSoftLayerOptions options, FakeAccount fakeAccount, FakeHosts fakeHosts) {
        InstantSource clock = options.clock();
        FakeIam fakeIam = new FakeIam(clock);
        CallLog callLog = new CallLog();
        Faults faults = new Faults(clock, options.seed());
        RestDispatcher restDispatcher = new RestDispatcher(Schema.load());
        RestRoute.Instrumentation instrumentation = new RestRoute.Instrumentation(faults, callLog, fakeHosts::ensureListening);
        return new Router()
                .addRoute(Invocation.BASE_PATH, new RestRoute(clock, fakeAccount, restDispatcher, new Authentication(fakeAccount.users(), fakeIam), instrumentation))
                .addRoute("/identity/token", fakeIam)
                .addRoute("/sandbox/methods", request -> HttpResponse.json(200, restDispatcher.inventory()))
                .addRoute("/", new InventoryRoute(restDispatcher.inventory(), callLog))
                .addRoute("/sandbox/faults", new FaultsRoute(faults, fakeAccount.fleet(), clock))
                .addRoute("/sandbox", new ControlRoute(clock, fakeAccount, fakeHosts, callLog));
    }

    /** Returns the base URL, such as {@code http://127.0.0.1:8090}; the API is below {@code /rest/v3.1}. */
    public String url() {
        return server.url();
    }

    /** Returns the port that Linux devices answer on, each at its own address. */
    public int sshPort() {
        return hostPorts.sshPort();
    }

    /** Returns the port that Windows devices answer on, each at its own address. */
    public int rdpPort() {
        return hostPorts.rdpPort();
    }

    /** Blocks until the server is closed. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        server.close();
        try {
            fakeHosts.close();
        } catch (IOException e) {
            // the ports are released when the process ends
        }
    }
}
