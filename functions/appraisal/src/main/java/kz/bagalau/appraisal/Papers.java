package kz.bagalau.appraisal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.PrintedPerson;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.part.View;
import kz.bagalau.appraisal.quarter.AppraisalKind;
import kz.bagalau.appraisal.quarter.Held;
import kz.bagalau.appraisal.quarter.Scores;
import kz.bagalau.cases.Document;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.appraisal.AppraisalSheet;
import kz.bagalau.forms.appraisal.AppraisalSheetDocument;
import kz.bagalau.forms.appraisal.AppraisalState;
import kz.bagalau.forms.appraisal.AssessmentForm;
import kz.bagalau.forms.appraisal.Eligibility;
import kz.bagalau.forms.appraisal.Fraction;
import kz.bagalau.forms.appraisal.QuarterList;
import kz.bagalau.forms.appraisal.QuarterWorkbook;
import kz.bagalau.forms.appraisal.Score;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.AppraisalSetting.Rounding;
import kz.bagalau.rules.appraisal.Banding;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Absence;

/// Appraisals as they are printed, from what stands in the case alone: the same case gives the same
/// bytes.
final class Papers {

    private static final Texts TEXTS = Texts.beside(Papers.class, "papers.properties");

    private Papers() {}

    static byte[] sheet(Held held, Language language) {
        return AppraisalSheetDocument.write(sheet(held), language);
    }

    private static AppraisalSheet sheet(Held held) {
        Document appraisal = held.appraisal();
        AppraisalContent content = held.content();
        JsonNode json = content.json();
        AppraisalForm form =
                content.sheet().orElseGet(() -> held.desk().forms().find(content.form()).value());
        return new AppraisalSheet(
                appraisal.reference().id() + " / " + appraisal.version(),
                act(json.at("/methodology/act")),
                new AssessmentForm(
                        TEXTS.text("form." + content.form().name().toLowerCase(Locale.ROOT)),
                        form.status()),
                body(held.desk(), appraisal.body()),
                quarter(content.quarter()),
                LocalDate.parse(json.at("/period/from").asText()),
                content.last(),
                PrintedPerson.of(json.path("person")),
                AppraisalState.valueOf(appraisal.state()),
                eligibility(content),
                content.withoutParticipation(),
                assessor(content),
                content.eligible() ? items(form, json.path("items")) : List.of(),
                result(content),
                "",
                content.due(),
                changes(content));
    }

    private static LocalText act(JsonNode act) {
        return TEXTS.text("act")
                .with(
                        act.path("kind").asText(),
                        act.path("number").asText(),
                        act.path("date").asText());
    }

    private static LocalText body(Desk desk, String id) {
        return desk.bodies().find(id).map(StateBody::name).orElseGet(() -> same(id));
    }

    private static kz.bagalau.forms.appraisal.Quarter quarter(Quarter quarter) {
        return new kz.bagalau.forms.appraisal.Quarter(quarter.year(), quarter.number());
    }

    private static Eligibility eligibility(AppraisalContent content) {
        JsonNode tenure = content.json().path("tenure");
        return new Eligibility(
                content.eligibility(),
                elements(tenure.path("stretches")).stream().map(Papers::stretch).toList(),
                elements(tenure.path("absences")).stream().map(Papers::absence).toList(),
                content.workedDays(),
                tenure.path("requiredDays").intValue(),
                content.decided().map(decided -> decided.path("reason").asText()));
    }

    private static Eligibility.Stretch stretch(JsonNode json) {
        return new Eligibility.Stretch(
                day(json, "from"),
                day(json, "to"),
                day(json, "monthEnds"),
                json.path("workingDays").intValue());
    }

    private static Eligibility.Absence absence(JsonNode json) {
        return new Eligibility.Absence(
                kz.bagalau.rules.appraisal.Eligibility.text(
                        Absence.Kind.valueOf(json.path("kind").asText())),
                day(json, "from"),
                day(json, "to"),
                json.path("workingDays").intValue(),
                json.path("worked").booleanValue());
    }

    private static Optional<AppraisalSheet.Assessor> assessor(AppraisalContent content) {
        JsonNode json = content.json();
        return content.basis()
                .map(basis ->
                        new AppraisalSheet.Assessor(
                                json.at("/assessorPerson/name").asText(),
                                PrintedPerson.title(json.at("/assessorPerson/position")),
                                basis,
                                json.at("/named/reason").asText("")));
    }

    private static List<AppraisalSheet.Item> items(AppraisalForm form, JsonNode given) {
        List<AppraisalSheet.Item> items = new ArrayList<>();
        for (AppraisalForm.Item item : form.items()) {
            Optional<JsonNode> value =
                    elements(given).stream()
                            .filter(each -> each.path("item").asText().equals(item.id()))
                            .findFirst();
            items.add(
                    new AppraisalSheet.Item(
                            new LocalText(item.text().kk(), item.text().ru(), item.text().ru()),
                            item.weight(),
                            value.map(each -> new BigDecimal(each.path("value").asText())),
                            value.map(each -> each.path("comment").asText("")).orElse("")));
        }
        return items;
    }

    /// The score that the assessor gave: what a session or an appeal made of it is its history.
    private static Optional<AppraisalSheet.Result> result(AppraisalContent content) {
        JsonNode json = content.json();
        return Scores.given(content)
                .map(given ->
                        new AppraisalSheet.Result(
                                new Score(
                                        exact(given.exact()),
                                        given.score(),
                                        Rounding.valueOf(json.path("rounding").asText()),
                                        given.grade()),
                                json.path("scorer").asText(),
                                content.scoredOn().orElseThrow(),
                                json.path("late").booleanValue(),
                                content.publishedOn()));
    }

    private static Fraction exact(kz.bagalau.rules.appraisal.Fraction exact) {
        return new Fraction(decimal(exact.number()), decimal(exact.over()));
    }

    private static BigDecimal decimal(BigInteger number) {
        return new BigDecimal(number);
    }

    private static List<AppraisalSheet.Change> changes(AppraisalContent content) {
        return elements(content.json().path("scores")).stream()
                .map(change -> {
                    BigDecimal after = new BigDecimal(change.path("to").asText());
                    return new AppraisalSheet.Change(
                            AppraisalSheet.Change.Kind.valueOf(change.path("because").asText()),
                            day(change, "on"),
                            new BigDecimal(change.path("from").asText()),
                            after,
                            Banding.of(after, content.settings().get(AppraisalSetting.ROUNDING))
                                    .grade(),
                            change.path("decision").asText(""));
                })
                .toList();
    }

    static byte[] quarter(
            Desk desk, Caller caller, Overview.Sheet asked, List<Document> appraisals) {
        LocalText act =
                desk.methodologies()
                        .inForce(asked.body(), asked.quarter().last())
                        .map(edition -> act(edition.value().act()))
                        .orElseGet(() ->
                                appraisals.isEmpty()
                                        ? same("")
                                        : act(
                                                appraisals
                                                        .getFirst()
                                                        .content()
                                                        .at("/methodology/act")));
        return QuarterWorkbook.write(
                new QuarterList(
                        act,
                        body(desk, asked.body()),
                        quarter(asked.quarter()),
                        desk.today(),
                        appraisals.stream().map(each -> row(desk, caller, each)).toList()),
                asked.language());
    }

    /// One's own result is not shown before its publication here either.
    private static QuarterList.Row row(Desk desk, Caller caller, Document appraisal) {
        AppraisalContent content = AppraisalContent.of(appraisal);
        boolean whole = AppraisalKind.of(desk, appraisal).view(caller, appraisal) == View.ALL;
        return new QuarterList.Row(
                PrintedPerson.of(content.json().path("person")),
                whole ? content.json().at("/assessorPerson/name").asText("") : "",
                AppraisalState.valueOf(appraisal.state()),
                content.score().filter(_ -> whole),
                content.grade().filter(_ -> whole),
                content.due(),
                content.late(desk.today()),
                content.sheet()
                        .map(AppraisalForm::status)
                        .orElseGet(() -> desk.forms().find(content.form()).value().status()));
    }

    private static LocalText act(MethodologyRecord.Act act) {
        return TEXTS.text("act").with(act.kind(), act.number(), act.date());
    }

    private static LocalText same(String text) {
        return new LocalText(text, text, text);
    }

    private static LocalDate day(JsonNode json, String field) {
        return LocalDate.parse(json.path(field).asText());
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
