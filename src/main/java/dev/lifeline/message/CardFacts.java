package dev.lifeline.message;

import dev.lifeline.device.Device;
import dev.lifeline.message.Part.Fact;
import dev.lifeline.message.Part.Facts;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import java.util.ArrayList;
import java.util.List;

/** Which facts does a card show about the machine, so that nobody takes it for another? */
final class CardFacts {

    private final Words words;
    private final Phrasebook phrasebook;

    CardFacts(Words words) {
        this.words = words;
        this.phrasebook = words.phrasebook();
    }

    /** Everything that tells this machine from another. */
    Facts full(Plan plan) {
        Device device = plan.device();
        List<Fact> facts = new ArrayList<>(identity(device));
        facts.add(fact("fact.kind", new Span.Words(words.kind(device))));
        facts.add(fact("fact.system", words.system(device.system())));
        facts.add(fact("fact.site", told(device.site())));
        facts.add(fact("fact.address", address(device)));
        device.addresses()
                .backend()
                .ifPresent(address -> facts.add(fact("fact.private-address", new Span.Code(address))));
        facts.add(fact(
                "fact.power", new Span.Words(words.power(plan.seen().condition().power()))));
        facts.add(fact(
                "fact.transaction",
                plan.seen()
                        .condition()
                        .running()
                        .<Span>map(running -> new Span.Foreign(running.wording()))
                        .orElse(new Span.Words(phrasebook.words("none")))));
        facts.add(askedBy(plan));
        return new Facts(facts);
    }

    /** Name, id and who asked. */
    Facts brief(RescueRequest request) {
        List<Fact> facts = new ArrayList<>(identity(request.device()));
        facts.add(askedBy(request.plan()));
        return new Facts(facts);
    }

    /** Name, id and address. */
    Facts address(RescueRequest request) {
        List<Fact> facts = new ArrayList<>(identity(request.device()));
        facts.add(fact("fact.address", address(request.device())));
        return new Facts(facts);
    }

    /** How far a boot got. */
    Facts booting(RescueRequest request, Booting booting) {
        List<Fact> facts = new ArrayList<>(identity(request.device()));
        facts.add(fact("fact.step", new Span.Words(phrasebook.words("phase." + Words.lower(booting.phase())))));
        facts.add(fact("fact.since", new Span.Moment(booting.since())));
        facts.add(askedBy(request.plan()));
        return new Facts(facts);
    }

    /** How to get in, and how it is known. */
    Facts inRescue(RescueRequest request, InRescue in) {
        List<Fact> facts = new ArrayList<>(identity(request.device()));
        facts.add(fact("fact.address", address(request.device())));
        in.loginName().ifPresent(name -> facts.add(fact("fact.log-in-as", new Span.Code(name))));
        facts.add(fact("fact.known-by", new Span.Words(phrasebook.words("evidence." + Words.lower(in.evidence())))));
        facts.add(fact("fact.since", new Span.Moment(in.since())));
        facts.add(askedBy(request.plan()));
        return new Facts(facts);
    }

    private List<Fact> identity(Device device) {
        return List.of(
                fact("fact.device", Words.device(device)),
                fact("fact.id", new Span.Code(Long.toString(device.id().value()))));
    }

    private Fact askedBy(Plan plan) {
        return fact("fact.asked-by", new Span.Mention(plan.requester().person()));
    }

    private Span address(Device device) {
        return Words.address(device, phrasebook.words("unknown"));
    }

    private Span told(String text) {
        return text.isEmpty() ? new Span.Words(phrasebook.words("unknown")) : new Span.Foreign(text);
    }

    private Fact fact(String label, Span value) {
        return new Fact(phrasebook.words(label), Line.of(value));
    }
}
