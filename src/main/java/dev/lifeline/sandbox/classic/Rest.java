package dev.lifeline.sandbox.classic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.classic.query.Limit;
import dev.lifeline.sandbox.classic.query.Mask;
import dev.lifeline.sandbox.classic.query.MaskCheck;
import dev.lifeline.sandbox.classic.query.Schema;
import dev.lifeline.sandbox.classic.query.Selection;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.query.Writer;
import dev.lifeline.sandbox.web.Answer;
import java.util.List;
import java.util.Optional;

/** How is one request answered when nothing goes wrong on the way: mask checked, method called, list cut, value written. */
final class Rest {

    private static final String TOTAL = "SoftLayer-Total-Items";

    private final Schema schema;
    private final Methods methods;
    private final MaskCheck masks;
    private final Selection selection;

    Rest(Schema schema) {
        this.schema = schema;
        this.masks = new MaskCheck(schema);
        this.selection = new Selection(schema);
        this.methods = new Methods(schema);
        GuestMethods.addTo(methods);
        HardwareMethods.addTo(methods);
        AccountMethods.addTo(methods);
        UserMethods.addTo(methods);
        Catalogues.addTo(methods);
        SearchMethods.addTo(methods);
        Blanks.addTo(methods);
    }

    String nameOf(Invocation call) {
        return methods.nameOf(call);
    }

    /**
     * How the answer is to be written.
     *
     * @param withTypes objects say their complexType
     * @param fault what is wrong with it, if anything is
     */
    record Manner(boolean withTypes, Optional<FaultKind> fault) {

        boolean withoutRelations() {
            return fault.filter(kind -> kind == FaultKind.MISSING_RELATIONS).isPresent();
        }

        boolean withoutFilter() {
            return fault.filter(kind -> kind == FaultKind.IGNORED_FILTER).isPresent();
        }
    }

    Answer.Whole answer(Request request, Manner manner) {
        Method method = methods.of(request.call());
        Mask asked = request.call().mask().map(Mask::parse).orElse(Mask.LOCALS);
        masks.check(asked, method.type());
        Mask mask = manner.withoutRelations() ? asked.withoutRelations(method.type(), schema) : asked;
        Object value = method.action().answer(request);
        Writer writer = new Writer(schema, manner.withTypes());
        String relation = method.relation();
        if (relation == null || !(value instanceof List<?> list)) return json(writer.write(value, mask));
        Selection.Page page = cut(
                list,
                relation,
                method.type(),
                manner.withoutFilter() ? request.call().unfiltered() : request.call());
        return json(writer.write(page.rows(), mask)).with(TOTAL, Integer.toString(page.total()));
    }

    private Selection.Page cut(List<?> list, String relation, String type, Invocation call) {
        List<Thing> things = list.stream().map(Thing.class::cast).toList();
        Optional<String> filter = call.filter();
        Limit limit = call.limit().map(Limit::parse).orElse(Limit.NONE);
        return selection.of(things, relation, type, filter, limit);
    }

    private static Answer.Whole json(JsonNode value) {
        return Answer.json(200, value);
    }
}
