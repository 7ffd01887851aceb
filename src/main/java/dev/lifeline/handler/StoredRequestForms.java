package dev.lifeline.handler;

import dev.lifeline.handler.inbox.CommandText;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.RequestForms;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Form;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Completes and checks the forms of stored requests. */
public final class StoredRequestForms implements RequestForms {

    private static final Set<Action> CONFIRMATIONS =
            Set.of(Action.CONFIRM, Action.CONFIRM_LINUX, Action.CONFIRM_WINDOWS);

    private final RescueRequests requests;

    public StoredRequestForms(RescueRequests requests) {
        this.requests = requests;
    }

    @Override
    public Form complete(Form form, Locale locale) {
        if (!CONFIRMATIONS.contains(form.action())) return form;
        return findPlan(form.value())
                .map(plan -> Forms.in(locale)
                        .withReason(
                                form,
                                plan.statedReason(),
                                plan.requirements().confirmation().reasonHint()))
                .orElse(form);
    }

    private Optional<Plan> findPlan(String buttonValue) {
        return ButtonValue.parse(buttonValue)
                .requestId()
                .flatMap(requests::find)
                .map(RescueRequest::plan);
    }

    @Override
    public Map<String, String> findErrors(Interaction submission, Locale locale) {
        Optional<Action> action = Action.fromId(submission.actionId());
        if (action.isEmpty()) return Map.of();
        return findPlan(submission.buttonValue())
                .map(plan -> findErrors(action.get(), plan, submission.fieldValues(), Forms.in(locale)))
                .orElse(Map.of());
    }

    private static Map<String, String> findErrors(Action action, Plan plan, Map<String, String> values, Forms forms) {
        Map<String, String> errors = new HashMap<>();
        if (CONFIRMATIONS.contains(action)
                && !plan.requirements().confirmation().acceptsReason(field(values, Forms.REASON_FIELD)))
            errors.put(
                    Forms.REASON_FIELD,
                    forms.reasonError(plan.requirements().confirmation().reasonHint()));
        if (action == Action.BREAK_GLASS && !plan.device().isNamed(field(values, Forms.DEVICE_FIELD)))
            errors.put(Forms.DEVICE_FIELD, forms.deviceError());
        if (values.containsKey(Forms.REASON_FIELD)
                && field(values, Forms.REASON_FIELD).isEmpty())
            errors.putIfAbsent(Forms.REASON_FIELD, forms.blankError());
        return errors;
    }

    private static String field(Map<String, String> values, String name) {
        return CommandText.toPlainText(values.getOrDefault(name, ""));
    }
}
