package kz.bagalau.appraisal.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.quarter.AppraisalKind;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;

/// An appraisal looked at through its session: in whose name somebody acts, and the fields of the
/// session that an answer has beside the case.
///
/// @param acting what the caller is for this event
/// @param beside writes fields beside the case into what the caller sees
public record CalibrationKind(
        AppraisalKind appraisal,
        UnaryOperator<Set<Actor>> acting,
        BiConsumer<ObjectNode, AppraisalContent> beside)
        implements Kind {

    private static final List<String> TERMS =
            List.of("inTime", "decideBy", "holdBy", "uploadBy", "direction");

    public static CalibrationKind of(AppraisalKind appraisal) {
        return new CalibrationKind(appraisal, UnaryOperator.identity(), (_, _) -> {});
    }

    /// The personnel service enters what another has done.
    public CalibrationKind hrEnters(Actor whose) {
        return actors(actors -> {
            Set<Actor> all = EnumSet.of(whose);
            all.addAll(actors);
            if (!actors.contains(Actor.HR) && !actors.contains(whose)) {
                all.remove(whose);
            }
            return all;
        });
    }

    public CalibrationKind actors(UnaryOperator<Set<Actor>> as) {
        return new CalibrationKind(appraisal, as, beside);
    }

    public CalibrationKind beside(BiConsumer<ObjectNode, AppraisalContent> fields) {
        return new CalibrationKind(appraisal, acting, fields);
    }

    @Override
    public Flow flow() {
        return appraisal.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document document) {
        return acting.apply(appraisal.actors(caller, document));
    }

    @Override
    public Turn turn(Document document) {
        return appraisal.turn(document);
    }

    @Override
    public ObjectNode shown(Caller caller, Document document) {
        ObjectNode shown = appraisal.shown(caller, document);
        JsonNode calibration = shown.path("calibration");
        TERMS.stream()
                .filter(calibration::has)
                .forEach(field -> shown.set(field, calibration.get(field)));
        beside.accept(shown, AppraisalContent.of(document));
        return shown;
    }
}
