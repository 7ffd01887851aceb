package dev.lifeline.sandbox.softlayer;

import static org.awaitility.Awaitility.await;

import com.softlayer.api.ResultLimit;
import com.softlayer.api.service.Account;
import com.softlayer.api.service.Hardware;
import com.softlayer.api.service.Location;
import com.softlayer.api.service.Search;
import com.softlayer.api.service.Tag;
import com.softlayer.api.service.Ticket;
import com.softlayer.api.service.event.Log;
import com.softlayer.api.service.hardware.Server;
import com.softlayer.api.service.metric.tracking.Object;
import com.softlayer.api.service.network.Vlan;
import com.softlayer.api.service.notification.occurrence.Event;
import com.softlayer.api.service.product.Package;
import com.softlayer.api.service.ticket.Subject;
import com.softlayer.api.service.ticket.Update;
import com.softlayer.api.service.user.Customer;
import com.softlayer.api.service.user.customer.customerpermission.Permission;
import com.softlayer.api.service.virtual.Guest;
import com.softlayer.api.service.virtual.disk.Image;
import com.softlayer.api.service.virtual.guest.block.device.template.Group;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.Supplier;

/** What an operator does in an hour, by the provider's own client: every method with a parameter or an effect that the fake has. */
final class OperatorsHour {

    private static final long WEB_07 = 104870101;
    private static final long WIN_03 = 104870133;
    private static final long DB_01 = 2154871;
    private static final long HARDWARE_ISSUE = 1021;

    private final OfficialClientTrials trials;

    OperatorsHour(OfficialClientTrials trials) {
        this.trials = trials;
    }

    void run() throws Exception {
        listsAndMasks();
        devices();
        rescues();
        tickets();
        tagsAndSearch();
        usersAndNotices();
        surroundings();
    }

    private Account.Service account() {
        return Account.service(trials.owner());
    }

    private Guest.Service web07() {
        return Guest.service(trials.owner(), WEB_07);
    }

    private Server.Service db01() {
        return Server.service(trials.owner(), DB_01);
    }

    private void listsAndMasks() {
        trials.expect("local properties without a mask", () -> {
            Guest guest = web07().getObject();
            return guest.getHostname().equals("web-07") && guest.getMaxCpu() != null && guest.getDatacenter() == null;
        });
        trials.expect("a mask of relations", () -> {
            Guest.Service service = web07();
            service.withMask().hostname();
            service.withMask().datacenter().name();
            Guest guest = service.getObject();
            return guest.getDatacenter().getName().startsWith("dal") && guest.getMaxCpu() == null;
        });
        trials.expect("counts of relations", () -> {
            Account.Service service = account();
            service.setMask("mask[virtualGuestCount,hardwareCount,openTicketCount,networkVlanCount]");
            Account counted = service.getObject();
            return counted.getVirtualGuestCount() == 6 && counted.getHardwareCount() == 3;
        });
        trials.expect("pages and their total", () -> {
            Account.Service service = account();
            service.setResultLimit(new ResultLimit(4, 4));
            return service.getVirtualGuests().size() == 2 && service.getLastResponseTotalItemCount() == 6;
        });
        trials.expectRefusal("an unknown property", "not valid", () -> {
            Guest.Service service = web07();
            service.setMask("mask[nonsense]");
            return service.getObject();
        });
        trials.expectRefusal(
                "an object that is not there",
                "Unable to find object",
                () -> Guest.service(trials.owner(), 1L).getObject());
    }

    private void devices() {
        trials.expect(
                "findByHostname",
                () -> Guest.service(trials.owner()).findByHostname("web-07").size() == 1);
        trials.expect(
                "findByIpAddress",
                () -> Guest.service(trials.owner())
                        .findByIpAddress(web07().getPrimaryIpAddress())
                        .getHostname()
                        .equals("web-07"));
        trials.expect(
                "findByIpAddress of hardware",
                () -> Hardware.service(trials.owner())
                        .findByIpAddress(db01().getPrimaryIpAddress())
                        .getHostname()
                        .equals("db-01"));
        trials.expect("editObject", () -> {
            Guest notes = new Guest();
            notes.setNotes("rack 7");
            return web07().editObject(notes) && web07().getObject().getNotes().equals("rack 7");
        });
        trials.expect("editObject of hardware", () -> {
            Server notes = new Server();
            notes.setNotes("rack 8");
            return db01().editObject(notes) && db01().getObject().getNotes().equals("rack 8");
        });
        trials.expect(
                "setTags",
                () -> web07().setTags("web, blue") && web07().getTagReferences().size() == 2);
        trials.expect(
                "setTags of hardware",
                () -> Hardware.service(trials.owner(), DB_01).setTags("db"));
        trials.expect("setTags of a server", () -> db01().setTags("db, blue"));
        trials.expect(
                "findByIpAddress of a server",
                () -> Server.service(trials.owner())
                        .findByIpAddress(db01().getPrimaryIpAddress())
                        .getHostname()
                        .equals("db-01"));
        trials.expect(
                "event names",
                () -> !Log.service(trials.owner()).getAllEventNames("CCI").isEmpty());
        trials.expect(
                "getCreateObjectOptions",
                () -> !Guest.service(trials.owner())
                        .getCreateObjectOptions()
                        .getDatacenters()
                        .isEmpty());
        commands("guest", () -> web07().rebootSoft(), () -> web07().rebootHard(), () -> web07().rebootDefault());
        commands("guest", () -> web07().powerOffSoft(), () -> web07().powerOn(), () -> web07().powerOff());
        commands("guest", () -> web07().powerOn(), () -> web07().powerCycle());
        commands("guest", () -> web07().pause(), () -> web07().resume());
    }

    /** Commands in turn, each taken. */
    @SafeVarargs
    private void commands(String device, Supplier<Boolean>... commands) {
        for (Supplier<Boolean> command : commands)
            trials.expect("command " + (trials.count() + 1) + " to " + device, () -> taken(command));
    }

    /** Bare metal takes one remote management command in twenty minutes, which pass quickly here. */
    private static boolean taken(Supplier<Boolean> command) {
        return await().ignoreExceptionsMatching(
                        e -> String.valueOf(e.getMessage()).contains("20 minutes ago"))
                .until(command::get, Boolean.TRUE::equals);
    }

    private void rescues() {
        trials.expect("executeRescueLayer", () -> {
            long before = web07().getLastTransaction().getId();
            boolean taken = web07().executeRescueLayer();
            await().until(() ->
                    web07().getLastTransaction().getId() != before && web07().getActiveTransaction() == null);
            return taken;
        });
        trials.expect("mountIsoImage and unmountIsoImage", () -> {
            Guest.Service win03 = Guest.service(trials.owner(), WIN_03);
            Image image = Image.service(trials.owner()).getPublicIsoImages().get(0);
            win03.mountIsoImage(image.getId());
            await().until(() -> win03.getIsoBootImage() != null && win03.getActiveTransaction() == null);
            return win03.unmountIsoImage().getId() != null;
        });
        trials.expect("bootToRescueLayer", () -> {
            long before = db01().getLastTransaction().getId();
            boolean taken = db01().bootToRescueLayer("LINUX");
            await().until(() -> db01().getLastTransaction().getId() != before && db01().getActiveTransaction() == null);
            return taken;
        });
        commands("server", () -> db01().rebootHardForServer(), () -> db01().rebootSoftForServer());
        commands("server", () -> db01().rebootDefaultForServer(), () -> db01().powerCycleForServer());
        commands("server", () -> db01().powerOffForServer(), () -> db01().powerOnForServer());
        Supplier<Hardware.Service> hardware = () -> Hardware.service(trials.owner(), DB_01);
        commands(
                "hardware",
                () -> hardware.get().rebootHard(),
                () -> hardware.get().rebootSoft());
        commands(
                "hardware",
                () -> hardware.get().rebootDefault(),
                () -> hardware.get().powerCycle());
        commands(
                "hardware",
                () -> hardware.get().powerOff(),
                () -> hardware.get().powerOn());
        trials.expectRefusal(
                "a device held by a transaction",
                "outstanding transaction",
                () -> Guest.service(
                                trials.owner(),
                                account().getVirtualGuests().stream()
                                        .filter(guest -> guest.getHostname().equals("busy-04"))
                                        .findFirst()
                                        .orElseThrow()
                                        .getId())
                        .executeRescueLayer());
    }

    private void tickets() {
        trials.expect("a ticket is opened, updated and listed", () -> {
            Ticket template = new Ticket();
            template.setSubjectId(HARDWARE_ISSUE);
            template.setTitle("web-07 does not boot");
            Ticket opened = Ticket.service(trials.owner())
                    .createStandardTicket(template, "It hangs.", WEB_07, "", "", "", List.of(), "VIRTUAL_GUEST");
            trials.useId("SoftLayer_Ticket", opened.getId());
            Update update = new Update();
            update.setEntry("Still hangs.");
            Ticket.service(trials.owner(), opened.getId()).addUpdate(update, List.of());
            Account.Service service = account();
            service.setMask("mask[title,updateCount,status.name,subject.name]");
            Ticket listed = service.getOpenTickets().get(0);
            return listed.getUpdateCount() == 2 && listed.getStatus().getName().equals("Open");
        });
        trials.expect("subjects", () -> {
            List<Subject> subjects = Subject.service(trials.owner()).getAllObjects();
            trials.useId("SoftLayer_Ticket_Subject", subjects.get(0).getId());
            return subjects.size() > 1;
        });
    }

    private void tagsAndSearch() {
        trials.expect("Tag::setTags", () -> Tag.service(trials.owner()).setTags("blue", "HARDWARE", DB_01));
        trials.expect("getTagByTagName", () -> {
            Tag blue = Tag.service(trials.owner()).getTagByTagName("blue").get(0);
            trials.useId("SoftLayer_Tag", blue.getId());
            return blue.getName().equals("blue");
        });
        trials.expect(
                "search", () -> !Search.service(trials.owner()).search("web-07").isEmpty());
        trials.expect(
                "advancedSearch",
                () -> !Search.service(trials.owner())
                        .advancedSearch("_objectType:SoftLayer_Virtual_Guest hostname:web-07")
                        .isEmpty());
    }

    private Customer.Service dario() {
        long id = account().getUsers().stream()
                .filter(user -> user.getUsername().contains("dario"))
                .findFirst()
                .orElseThrow()
                .getId();
        trials.useId("SoftLayer_User_Customer", id);
        return Customer.service(trials.owner(), id);
    }

    private void usersAndNotices() {
        Permission reload = new Permission();
        reload.setKeyName("SERVER_RELOAD");
        commands(
                "user",
                () -> dario().addBulkPortalPermission(List.of(reload)),
                () -> dario().removeBulkPortalPermission(List.of(reload), true),
                () -> dario().addPortalPermission(reload),
                () -> dario().removePortalPermission(reload, true));
        commands(
                "access to guests",
                () -> dario().removeBulkVirtualGuestAccess(List.of(WEB_07)),
                () -> dario().addBulkVirtualGuestAccess(List.of(WEB_07)),
                () -> dario().removeVirtualGuestAccess(WEB_07),
                () -> dario().addVirtualGuestAccess(WEB_07));
        commands(
                "access to hardware",
                () -> dario().removeBulkHardwareAccess(List.of(DB_01)),
                () -> dario().addBulkHardwareAccess(List.of(DB_01)),
                () -> dario().removeHardwareAccess(DB_01),
                () -> dario().addHardwareAccess(DB_01));
        trials.announceMaintenance("web-07");
        trials.expect("planned maintenance is read and acknowledged", () -> {
            Event notice = Event.service(trials.owner()).getAllObjects().get(0);
            trials.useId("SoftLayer_Notification_Occurrence_Event", notice.getId());
            return Event.service(trials.owner(), notice.getId()).acknowledgeNotification();
        });
    }

    private void surroundings() {
        trials.useId("SoftLayer_Virtual_Guest", WEB_07);
        trials.useId("SoftLayer_Hardware", DB_01);
        trials.useId("SoftLayer_Hardware_Server", DB_01);
        trials.expect("datacenters", () -> {
            List<Location> places = Location.service(trials.owner()).getDatacenters().stream()
                    .map(Location.class::cast)
                    .toList();
            trials.useId("SoftLayer_Location", places.get(0).getId());
            trials.useId("SoftLayer_Location_Datacenter", places.get(0).getId());
            return places.size() == 2;
        });
        trials.expect("VLANs and subnets", () -> {
            Vlan vlan = account().getNetworkVlans().get(0);
            trials.useId("SoftLayer_Network_Vlan", vlan.getId());
            trials.useId(
                    "SoftLayer_Network_Subnet", account().getSubnets().get(0).getId());
            return vlan.getVlanNumber() > 0;
        });
        trials.expect("packages and images", () -> {
            Package server = Package.service(trials.owner()).getAllObjects().get(0);
            trials.useId("SoftLayer_Product_Package", server.getId());
            Group image = Group.service(trials.owner()).getPublicImages().get(0);
            trials.useId("SoftLayer_Virtual_Guest_Block_Device_Template_Group", image.getId());
            trials.useId(
                    "SoftLayer_Virtual_Disk_Image",
                    Image.service(trials.owner()).getPublicIsoImages().get(0).getId());
            return image.getName() != null;
        });
        trials.expect("billing and metrics", () -> {
            trials.useId("SoftLayer_Billing_Item", web07().getBillingItem().getId());
            long metric = web07().getMetricTrackingObject().getId();
            trials.useId("SoftLayer_Metric_Tracking_Object", metric);
            Object.Service service = Object.service(trials.owner(), metric);
            GregorianCalendar now = new GregorianCalendar();
            return service.getBandwidthData(now, now, "public", 300L).isEmpty()
                    && service.getSummaryData(now, now, List.of(), 300L).isEmpty();
        });
        trials.expect("dedicated hosts", () -> account().getDedicatedHosts().isEmpty());
    }
}
