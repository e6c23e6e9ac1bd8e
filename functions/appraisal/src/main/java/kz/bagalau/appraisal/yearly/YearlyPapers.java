package kz.bagalau.appraisal.yearly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.bagalau.appraisal.content.PrintedPerson;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.cases.Document;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.appraisal.Fraction;
import kz.bagalau.forms.appraisal.Score;
import kz.bagalau.forms.appraisal.YearlyList;
import kz.bagalau.forms.appraisal.YearlyList.Open;
import kz.bagalau.forms.appraisal.YearlyList.Part;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalSetting.Rounding;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.Grade;
import kz.bagalau.rules.appraisal.YearlyScore;
import kz.bagalau.rules.appraisal.YearlyScore.Missing;
import kz.bagalau.rules.appraisal.YearlyScore.Standing;
import kz.bagalau.rules.monitoring.Quarter;

/// Yearly scores as the workbook of a body prints them.
public final class YearlyPapers {

    private YearlyPapers() {}

    public static YearlyList list(Desk desk, YearlyForms.Listing asked, List<YearOf> years) {
        LocalText body =
                desk.bodies()
                        .find(asked.body())
                        .map(StateBody::name)
                        .orElseGet(() -> same(asked.body()));
        return new YearlyList(
                EmployeeMethodology.M245.title(),
                body,
                asked.year(),
                desk.today(),
                years.stream().map(YearlyPapers::row).toList());
    }

    private static YearlyList.Row row(YearOf year) {
        Document document = year.document().orElseThrow();
        YearlyContent content = YearlyContent.of(document);
        Optional<ObjectNode> latest = content.latest();
        Map<Quarter, Fraction> used = used(year, latest);
        return new YearlyList.Row(
                PrintedPerson.of(content.json().path("person")),
                IntStream.rangeClosed(1, 4)
                        .mapToObj(number -> part(year, new Quarter(year.year(), number), used))
                        .toList(),
                latest.map(YearlyPapers::mean),
                YearlyList.State.valueOf(document.state()),
                latest.map(formed -> LocalDate.parse(formed.path("formedOn").asText())),
                content.revisions(),
                latest.map(formed -> AppraisalForm.Status.valueOf(formed.path("form").asText()))
                        .orElse(AppraisalForm.Status.OFFICIAL));
    }

    /// What the last revision was formed of; while there is none, what the quarters give now.
    private static Map<Quarter, Fraction> used(YearOf year, Optional<ObjectNode> latest) {
        Map<Quarter, Fraction> used = new HashMap<>();
        if (latest.isPresent()) {
            latest.get()
                    .path("quartersUsed")
                    .forEach(each ->
                            used.put(
                                    Quarter.read(each.path("quarter").asText()).orElseThrow(),
                                    fraction(each.path("fraction").asText())));
        } else if (year.result() instanceof YearlyScore.Formed formed) {
            formed.used()
                    .forEach(each -> used.put(each.quarter(), fraction(each.score().toString())));
        }
        return used;
    }

    private static Part part(YearOf year, Quarter quarter, Map<Quarter, Fraction> used) {
        String note =
                Optional.ofNullable(
                                year.document()
                                        .orElseThrow()
                                        .content()
                                        .path("entered")
                                        .get(quarter.toString()))
                        .map(entry -> entry.path("document").asText())
                        .orElse("");
        return new Part(Optional.ofNullable(used.get(quarter)), open(year, quarter), note);
    }

    private static Optional<Open> open(YearOf year, Quarter quarter) {
        List<Missing> missing =
                switch (year.result()) {
                    case YearlyScore.None(var none) -> none;
                    case YearlyScore.Formed formed -> formed.missing();
                };
        return missing.stream()
                .filter(each -> each.quarter().equals(quarter))
                .findFirst()
                .map(each ->
                        switch (each.why()) {
                            case NO_SCORE -> Open.NO_SCORE;
                            case MULTI_CASE_QUARTER -> Open.MULTI_CASE;
                            case DISPUTED -> disputed(year, quarter);
                        });
    }

    private static Open disputed(YearOf year, Quarter quarter) {
        List<String> states =
                year.casesOf(quarter).stream()
                        .filter(each -> each.standing() == Standing.DISPUTED)
                        .map(YearCase::state)
                        .toList();
        return states.contains("UNDER_APPEAL")
                ? Open.UNDER_APPEAL
                : states.stream().anyMatch(state -> state.startsWith("CAL_"))
                        ? Open.CALIBRATION
                        : Open.WINDOW_OPEN;
    }

    private static Score mean(ObjectNode formed) {
        return new Score(
                fraction(formed.path("meanFraction").asText()),
                new BigDecimal(formed.path("meanRounded").asText()),
                Rounding.valueOf(formed.path("rounding").asText()),
                Grade.valueOf(formed.path("grade").asText()));
    }

    private static Fraction fraction(String text) {
        var exact = Revision.fraction(text);
        return new Fraction(new BigDecimal(exact.number()), new BigDecimal(exact.over()));
    }

    private static LocalText same(String text) {
        return new LocalText(text, text, text);
    }
}
