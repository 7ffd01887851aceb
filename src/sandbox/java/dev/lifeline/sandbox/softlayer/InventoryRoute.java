package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.NameListPage;
import dev.lifeline.sandbox.web.Route;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** {@code /}: the page of services and methods that are here and that are not, with the calls of what is not. */
final class InventoryRoute implements Route {

    private static final int NOT_FOUND = 404;

    private final MethodInventory inventory;
    private final CallLog callLog;

    InventoryRoute(MethodInventory inventory, CallLog callLog) {
        this.inventory = inventory;
        this.callLog = callLog;
    }

    @Override
    public HttpResponse handle(HttpRequest httpRequest) {
        if (!httpRequest.path().equals("/")) return HttpResponse.text(NOT_FOUND, "not found");
        return NameListPage.titled("Services of the fake SoftLayer")
                .withSection(
                        "Called here, unknown to the provider",
                        "The provider has no such service or method, and the call was refused in its words.",
                        callLog.methodsRefusedWith(DocumentedServices.UNKNOWN_CODE))
                .withSection(
                        "Called here, not modelled",
                        "The provider has it; here the call was refused with " + DocumentedServices.NOT_MODELLED_CODE + ".",
                        callLog.methodsRefusedWith(DocumentedServices.NOT_MODELLED_CODE))
                .withSection("Modelled", "These services have methods here.", inventory.modelled().keySet())
                .withSection(
                        "Methods not modelled",
                        "The provider has these methods of the services above, and this fake does not.",
                        qualified(inventory.methodsNotModelled()))
                .withSection(
                        "Services not modelled",
                        "The provider has these services, and this fake does not.",
                        inventory.servicesNotModelled())
                .toResponse();
    }

    private static List<String> qualified(Map<String, ? extends Collection<String>> methodsByService) {
        return methodsByService.entrySet().stream()
                .flatMap(service -> service.getValue().stream().map(method -> service.getKey() + "::" + method))
                .toList();
    }
}
