package dev.lifeline.message.status;

import dev.lifeline.device.Device;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Field;
import dev.lifeline.message.model.MessageBlock.Fields;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The labelled values by which a status message identifies the device. */
final class MessageFields {

    private final CommonTerms terms;
    private final MessageCatalog catalog;

    MessageFields(CommonTerms terms) {
        this.terms = terms;
        this.catalog = terms.catalog();
    }

    /** Everything that is known of the device, for the confirmation and the approval. */
    Fields all(Plan plan) {
        Device device = plan.device();
        List<Field> fields = new ArrayList<>(identity(device));
        fields.add(internalField("field.kind", new TextRun.Text(terms.deviceType(device))));
        fields.add(internalField("field.system", terms.operatingSystem(device.operatingSystem())));
        fields.add(internalField("field.site", orUnknown(device.datacenter())));
        fields.add(internalField("field.address", address(device)));
        device.addresses()
                .backend()
                .ifPresent(address -> fields.add(internalField("field.private-address", new TextRun.Code(address))));
        fields.add(internalField(
                "field.power",
                new TextRun.Text(terms.power(plan.inspection().status().powerState()))));
        fields.add(internalField(
                "field.transaction",
                plan.inspection()
                        .status()
                        .activeTransaction()
                        .<TextRun>map(running -> new TextRun.UntrustedText(running.displayName()))
                        .orElse(new TextRun.Text(catalog.text("none")))));
        fields.add(requestedBy(plan));
        return new Fields(fields);
    }

    /** A message with a title that names the device. */
    Message titled(String title, RescueRequest request, List<MessageBlock> blocks) {
        return Message.withHeader(catalog.line(title, Map.of("device", CommonTerms.device(request.device()))), blocks);
    }

    /** Name, id, requester and reason. */
    Fields summary(RescueRequest request) {
        List<Field> fields = new ArrayList<>(identity(request.device()));
        fields.addAll(requestedBy(request));
        fields.addAll(takenOverBy(request));
        return new Fields(fields);
    }

    /** Name, id, address and requester. */
    Fields address(RescueRequest request) {
        List<Field> fields = new ArrayList<>(identity(request.device()));
        fields.add(internalField("field.address", address(request.device())));
        fields.addAll(requestedBy(request));
        return new Fields(fields);
    }

    /** The progress of a boot. */
    Fields booting(RescueRequest request, Booting booting) {
        List<Field> fields = new ArrayList<>(identity(request.device()));
        fields.add(field(
                "field.step", new TextRun.Text(catalog.text("boot-phase." + CommonTerms.key(booting.bootPhase())))));
        fields.add(field("field.since", new TextRun.Timestamp(booting.launchedAt())));
        fields.addAll(requestedBy(request));
        fields.addAll(takenOverBy(request));
        return new Fields(fields);
    }

    /** Address, login name and the evidence that the device is in rescue. */
    Fields inRescue(RescueRequest request, InRescue in) {
        List<Field> fields = new ArrayList<>(identity(request.device()));
        fields.add(internalField("field.address", address(request.device())));
        in.loginName().ifPresent(name -> fields.add(internalField("field.log-in-as", new TextRun.Code(name))));
        fields.add(internalField(
                "field.known-by", new TextRun.Text(catalog.text("evidence." + CommonTerms.key(in.evidence())))));
        fields.add(field("field.since", new TextRun.Timestamp(in.enteredAt())));
        fields.addAll(requestedBy(request));
        fields.addAll(takenOverBy(request));
        return new Fields(fields);
    }

    private List<Field> identity(Device device) {
        Field name = field("field.device", CommonTerms.device(device));
        if (device.id().isSimulated()) return List.of(name);
        return List.of(
                name,
                internalField(
                        "field.id", new TextRun.Code(Long.toString(device.id().value()))));
    }

    /** Who asked, and why. */
    private List<Field> requestedBy(RescueRequest request) {
        List<Field> fields = new ArrayList<>(List.of(requestedBy(request.plan())));
        request.reason()
                .filter(reason -> !reason.isBlank())
                .ifPresent(reason -> fields.add(internalField("field.reason", new TextRun.UntrustedText(reason))));
        return fields;
    }

    private Field requestedBy(Plan plan) {
        return field("field.asked-by", new TextRun.UserMention(plan.requester().slackUserId()));
    }

    private List<Field> takenOverBy(RescueRequest request) {
        return request
                .takenOverBy()
                .map(person -> field("field.taken-over-by", new TextRun.UserMention(person.slackUserId())))
                .stream()
                .toList();
    }

    private TextRun address(Device device) {
        return CommonTerms.address(device, catalog.text("unknown"));
    }

    private TextRun orUnknown(String text) {
        return text.isEmpty() ? new TextRun.Text(catalog.text("unknown")) : new TextRun.UntrustedText(text);
    }

    /** Of the device other companies read its name only. */
    private Field internalField(String label, TextRun value) {
        return field(label, terms.internal(value));
    }

    private Field field(String label, TextRun value) {
        return new Field(catalog.text(label), TextLine.of(value));
    }
}
