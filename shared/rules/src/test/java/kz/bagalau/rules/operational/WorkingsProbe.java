package kz.bagalau.rules.operational;

import java.util.List;
import java.util.function.Supplier;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.act.InformationPenalties;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// Everything that the numbers of the law can change, as text: points, maxima and arithmetic of
/// some bodies, the limit of ¶24 and what the vocabulary refuses. The class is also loaded beside
/// other tables of parameters, so it needs nothing but the rules.
public final class WorkingsProbe implements Supplier<String> {

    @Override
    public String get() {
        StringBuilder text = new StringBuilder();
        for (ExampleBody body : bodies()) {
            append(text, body.assess());
        }
        text.append(InformationPenalties.MOST.on(AssessedPeriod.ofYear(2025).lawOf()).value());
        text.append(
                Vocabulary.mistakes(
                        ExampleBody.of(BodyKind.ZHAO, "smart.education=6901").values()));
        return text.toString();
    }

    private static List<ExampleBody> bodies() {
        ExampleBody central = ExampleBody.complete(BodyKind.OMO);
        ExampleBody local = ExampleBody.complete(BodyKind.ZHAO);
        return List.of(
                central,
                central.withAll(
                        "exit.negative=13 training.late=30 career.promoted_within=16"
                                + " hours.overtime_weekend=1350 internship.sent=15"
                                + " strategy.execution_percent=80 competitions.violations=30"),
                central.withAll(
                        "hours.overtime_weekend=27601 information.pm=9/9 training.advanced_due=0"
                                + " strategy.execution_percent=40 exit.paper=3"),
                central.withManual("it.arch_portal=30 it.data_currency=20 it.automation=25")
                        .withManual("it.unused_systems=0")
                        .withAll("it.unit_educated=16 it.trained=180 information.it=11")
                        .withAll("strategy.content=without_content strategy.execution_percent=60"),
                local,
                local.with("smart.ecology", "9999"));
    }

    private static void append(StringBuilder text, Assessment assessment) {
        for (DirectionScore direction : assessment.directions()) {
            for (IndicatorScore score : direction.indicators()) {
                text.append(score.indicator().id()).append(' ').append(score.maximum());
                text.append(score.points()).append(score.citations()).append(score.alternatives());
                text.append(score.line(Audience.AGENCY, Language.EN));
                score.working().ifPresent(w -> text.append(w.where(Audience.AGENCY, Language.EN)));
                text.append('\n');
            }
            for (CriterionScore criterion : direction.criteria()) {
                text.append(criterion.criterion().id()).append(criterion.maximum());
                text.append(criterion.working().line(Audience.AGENCY, Language.EN)).append('\n');
            }
            text.append(direction.direction().id()).append(direction.maximum());
            text.append(direction.working().line(Audience.AGENCY, Language.EN)).append('\n');
        }
    }
}
