package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.FaultKind.FaultPoint;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.CloudUser;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.ScriptedOutcome;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.Route;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The handling of one REST call: logged, subjected to faults, authenticated, answered. */
final class RestRoute implements Route {

    private static final Pattern READ_METHODS = Pattern.compile(".*::(get|is|find|search|advancedSearch).*");
    private static final Set<String> TRANSACTION_METHODS =
            Set.of("executeRescueLayer", "bootToRescueLayer", "mountIsoImage", "unmountIsoImage");
    private static final double MILLIS_PER_SECOND = 1000;

    private final InstantSource clock;
    private final FakeAccount fakeAccount;
    private final RestDispatcher dispatcher;
    private final Authentication authentication;
    private final Instrumentation instrumentation;

    /**
     * What observes and disturbs calls.
     *
     * @param onDeviceCalled receives each device that is called by its id
     */
    record Instrumentation(Faults faults, CallLog callLog, Consumer<Device> onDeviceCalled) {}

    RestRoute(InstantSource clock, FakeAccount fakeAccount, RestDispatcher dispatcher, Authentication authentication, Instrumentation instrumentation) {
        this.clock = clock;
        this.fakeAccount = fakeAccount;
        this.dispatcher = dispatcher;
        this.authentication = authentication;
        this.instrumentation = instrumentation;
    }

    @Override
    public HttpResponse handle(HttpRequest httpRequest) throws IOException, InterruptedException {
        try {
            return answerLogged(httpRequest, Invocation.parse(httpRequest));
        } catch (SoftLayerException e) {
            return errorResponse(e);
        }
    }

    private HttpResponse answerLogged(HttpRequest httpRequest, Invocation invocation) throws IOException, InterruptedException {
        String name = dispatcher.qualifiedMethodName(invocation);
        CallLog.Entry entry = instrumentation.callLog().recordCall(clock.instant(), name, httpRequest, invocation);
        Faults.CallTarget callTarget =
                new Faults.CallTarget(name, invocation.id(), !READ_METHODS.matcher(name).matches());
        try {
            HttpResponse httpResponse = answerWithFaults(httpRequest, invocation, callTarget, entry);
            entry.setStatus(
                    httpResponse instanceof HttpResponse.Buffered buffered ? buffered.status() : httpResponse instanceof HttpResponse.ConnectionDropped ? 0 : 200);
            return httpResponse;
        } catch (SoftLayerException e) {
            entry.setError(e);
            return errorResponse(e);
        }
    }

    private static HttpResponse.Buffered errorResponse(SoftLayerException refused) {
        return HttpResponse.json(refused.status(), Map.of("error", refused.errorMessage(), "code", refused.code()));
    }

    private HttpResponse answerWithFaults(HttpRequest httpRequest, Invocation invocation, Faults.CallTarget callTarget, CallLog.Entry entry)
            throws IOException, InterruptedException {
        Optional<Faults.Fault> delay = triggerFault(callTarget, kind -> kind == FaultKind.SLOW, entry);
        if (delay.isPresent()) Thread.sleep(Math.round(delay.get().delaySeconds() * MILLIS_PER_SECOND));
        Optional<Faults.Fault> replacing =
                triggerFault(callTarget, kind -> kind.faultPoint() == FaultPoint.INSTEAD_OF_CALL || kind.faultPoint() == FaultPoint.INSTEAD_OF_WRITE, entry);
        if (replacing.isPresent())
            return FaultResponses.responseInsteadOfCall(replacing.get().kind(), invocation.id().orElse("0"));
        HttpResponse.Buffered response = dispatchAuthenticated(httpRequest, invocation, callTarget, entry);
        Optional<Faults.Fault> altering =
                triggerFault(callTarget, kind -> kind.faultPoint() == FaultPoint.AFTER_CALL || kind.faultPoint() == FaultPoint.AFTER_WRITE, entry);
        return altering.isPresent() ? FaultResponses.responseAfterCall(altering.get().kind(), response) : response;
    }

    private Optional<Faults.Fault> triggerFault(Faults.CallTarget callTarget, Predicate<FaultKind> kinds, CallLog.Entry entry) {
        Optional<Faults.Fault> fault = instrumentation.faults().tryTrigger(callTarget, kinds);
        fault.map(Faults.Fault::kind).ifPresent(entry::setFault);
        return fault;
    }

    private HttpResponse.Buffered dispatchAuthenticated(HttpRequest httpRequest, Invocation invocation, Faults.CallTarget callTarget, CallLog.Entry entry) {
        CloudUser caller = authentication.authenticate(httpRequest);
        entry.setUser(caller.username());
        Instant now = clock.instant();
        Predicate<Device> visibility =
                fakeAccount.users().visibilityFor(caller).and(instrumentation.faults().visibleDevices(callTarget.method()));
        CallerView callerView = new CallerView(fakeAccount, caller, now, visibility);
        notifyDeviceCalled(invocation);
        Optional<FaultKind> queryFault =
                triggerFault(callTarget, kind -> kind.faultPoint() == FaultPoint.QUERY_EVALUATION, entry).map(Faults.Fault::kind);
        boolean includeTypes =
                httpRequest.header("SoftLayer-Include-Types").filter("true"::equals).isPresent();
        return dispatcher.dispatch(new ApiRequest(invocation, callerView, scriptedOutcome(callTarget, entry)), new RestDispatcher.ResponseOptions(includeTypes, queryFault));
    }

    private void notifyDeviceCalled(Invocation invocation) {
        if (!invocation.service().contains("User"))
            invocation
                    .id()
                    .filter(id -> id.length() <= 18)
                    .flatMap(id -> fakeAccount.fleet().findById(Long.parseLong(id)))
                    .ifPresent(instrumentation.onDeviceCalled());
    }

    private ScriptedOutcome scriptedOutcome(Faults.CallTarget callTarget, CallLog.Entry entry) {
        if (callTarget.method().contains("::reboot"))
            return triggerFault(callTarget, kind -> kind.faultPoint() == FaultPoint.REBOOT_OUTCOME, entry)
                    .map(fault -> ScriptedOutcome.NEVER_STARTS)
                    .orElse(ScriptedOutcome.COMPLETES);
        if (!TRANSACTION_METHODS.contains(callTarget.method().replaceAll(".*::", ""))) return ScriptedOutcome.COMPLETES;
        return triggerFault(callTarget, kind -> kind.faultPoint() == FaultPoint.TRANSACTION_OUTCOME, entry)
                .map(fault -> switch (fault.kind()) {
                    case STUCK_TRANSACTION -> ScriptedOutcome.GETS_STUCK;
                    case TRANSACTION_NEVER_STARTS -> ScriptedOutcome.NEVER_STARTS;
                    default -> ScriptedOutcome.VANISHES;
                })
                .orElse(ScriptedOutcome.COMPLETES);
    }
}
