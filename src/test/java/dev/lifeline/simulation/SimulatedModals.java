package dev.lifeline.simulation;

import dev.lifeline.device.Secret;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.message.port.ModalUpdater;

/** The modals of Slack: what they show is seen by one person and not kept. */
record SimulatedModals(SimulatedWorld world, ReplicaProcess process) implements ModalUpdater {

    @Override
    public ModalUpdateResult update(ModalRef modalRef, Message message) {
        return process.call("views.update", this::answer);
    }

    @Override
    public ModalUpdateResult update(ModalRef modalRef, Message message, Secret secret) {
        return process.call("views.update", () -> {
            world.notePasswordShown();
            return answer();
        });
    }

    private ModalUpdateResult answer() {
        if (world.seed().fault("answer-lost@views.update", 0.02)) return ModalUpdateResult.UNKNOWN;
        return world.seed().fault("view-gone", 0.02) ? ModalUpdateResult.NOT_SHOWN : ModalUpdateResult.SHOWN;
    }
}
