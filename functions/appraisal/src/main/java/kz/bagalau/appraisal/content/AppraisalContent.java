package kz.bagalau.appraisal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.directory.EmployeeSettingsJson;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AssessorFinding.Basis;
import kz.bagalau.rules.appraisal.Banding;
import kz.bagalau.rules.appraisal.Eligibility.Verdict;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.Grade;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Span;

/// What an appraisal says. The fields stand here in their order:
///
/// - `employee`, `person` (name, position, unit), `quarter`, `number` (0 in the receiving body),
///   `period` (`from`, `to`), `withoutParticipation`, `leftOn`
/// - `eligibility`, `workedDays`, `tenure` (`Counted`), `decided` (the personnel service's own
///   eligibility: `eligibility`, `reason`, `by`, `on`)
/// - `rule`, `form`, `assessor`, `assessorPerson`, `basis`, `reasons`, `reason` (`NO_ASSESSOR`),
///   `named` (`reason`, `by`, `on`), `delegated` (`by`, `decidedOn`)
/// - `due`, `methodology` (`version`, `act`), `settings`, `terms`
/// - `sheet` (the form as it stood when it was scored), `items`, `score`, `exact`, `rounding`,
///   `grade`, `labels`, `scoredBy`, `scorer`, `scoredAt`, `scoredOn`, `late`
/// - `publishedAt`, `publishedOn`, `publishedBy`, `openedAt`, `receivedOn`, `applyBy`,
///   `applyByProvisional`, `informBy`, `notices`
/// - `calibration` (`Calibration`), `appeal`, `objections`, `scores` (what a session or an appeal
///   made of the score), `completedOn`
///
/// What is written through this object stands in its node.
public final class AppraisalContent {

    public static final String NO_ASSESSOR = "NO_ASSESSOR";

    private final ObjectNode json;

    public AppraisalContent(ObjectNode json) {
        this.json = json;
    }

    /// A copy of what a document says.
    public static AppraisalContent of(Document appraisal) {
        return new AppraisalContent(appraisal.content());
    }

    public ObjectNode json() {
        return json;
    }

    public String employee() {
        return json.path("employee").asText();
    }

    /// How the employee was described in the position.
    public Optional<ObjectNode> person() {
        return part("person");
    }

    public Quarter quarter() {
        return Quarter.read(json.path("quarter").asText()).orElseThrow();
    }

    /// Of the case among those of the person's quarter; 0 in the receiving body.
    public int number() {
        return json.path("number").intValue();
    }

    /// The last day of the time in the position inside the quarter.
    public LocalDate last() {
        return LocalDate.parse(json.at("/period/to").asText());
    }

    /// The time in the position inside the quarter.
    public Span period() {
        return Span.of(LocalDate.parse(json.at("/period/from").asText()), last());
    }

    public boolean withoutParticipation() {
        return json.path("withoutParticipation").booleanValue();
    }

    /// The last day in the body of who has left it.
    public Optional<LocalDate> leftOn() {
        return day("leftOn");
    }

    /// What counts: the personnel service's decision, else the count.
    public Verdict eligibility() {
        return Verdict.valueOf(json.path("eligibility").asText());
    }

    public boolean eligible() {
        return eligibility() == Verdict.ELIGIBLE;
    }

    /// The personnel service's own decision on the eligibility.
    public Optional<ObjectNode> decided() {
        return part("decided");
    }

    public int workedDays() {
        return json.path("workedDays").intValue();
    }

    public AnnexForm form() {
        return AnnexForm.valueOf(json.path("form").asText());
    }

    /// The assessor of record.
    public Optional<String> assessor() {
        return text("assessor");
    }

    public Optional<Basis> basis() {
        return text("basis").map(Basis::valueOf);
    }

    /// Who assesses, or has delegated it to the assessor of record.
    public Optional<String> principal() {
        return text(json.path("delegated"), "by").or(this::assessor);
    }

    /// Whether the search does not replace the assessor: delegated, or named by the personnel
    /// service.
    public boolean assessorStays() {
        return json.has("delegated") || json.has("named");
    }

    public LocalDate due() {
        return day("due").orElseThrow();
    }

    public EmployeeSettings settings() {
        return EmployeeSettingsJson.read(json.path("settings"));
    }

    public AppraisalContent keep(EmployeeSettings settings) {
        ObjectNode kept = EmployeeSettingsJson.write(settings);
        if (!kept.isEmpty()) {
            json.set("settings", kept);
        }
        AppraisalTerms.TERMS.keep(json, settings);
        return this;
    }

    /// The form on which it was scored.
    public Optional<AppraisalForm> sheet() {
        return part("sheet").map(ScoredForm::read);
    }

    /// The score that counts: the assessor's, or what a session or an appeal made of it.
    public Optional<BigDecimal> score() {
        return text("score").map(BigDecimal::new);
    }

    public Optional<Grade> grade() {
        return text("grade").map(Grade::valueOf);
    }

    /// Sets the score that counts.
    public AppraisalContent score(Banding banding) {
        json.put("score", banding.score().toPlainString());
        json.put("exact", banding.exact().toString());
        json.put("grade", banding.grade().name());
        json.set("labels", Json.texts(banding.grade().text()));
        return this;
    }

    /// Who has scored: the assessor, a substitute or a delegate.
    public Optional<String> scoredBy() {
        return text("scoredBy");
    }

    public Optional<LocalDate> scoredOn() {
        return day("scoredOn");
    }

    /// Whether it was scored after the due day, or the due day has passed without a score.
    public boolean late(LocalDate today) {
        return scoredOn().map(_ -> json.path("late").booleanValue()).orElse(today.isAfter(due()))
                && eligible();
    }

    public Optional<LocalDate> publishedOn() {
        return day("publishedOn");
    }

    /// The day from which the window of ¶10 runs; empty before the employee has received the
    /// result.
    public Optional<LocalDate> receivedOn() {
        return day("receivedOn");
    }

    public Optional<LocalDate> applyBy() {
        return day("applyBy");
    }

    /// The application for a session with everything that followed.
    public Optional<ObjectNode> calibration() {
        return part("calibration");
    }

    public Optional<ObjectNode> appeal() {
        return part("appeal");
    }

    /// The members of the session, as they were last approved.
    public Set<String> members() {
        Set<String> members = new LinkedHashSet<>();
        for (JsonNode member : json.at("/calibration/members")) {
            members.add(member.path("person").asText());
        }
        return members;
    }

    /// The day on which the case became FINAL or NOT_ASSESSED.
    public AppraisalContent completed(LocalDate on) {
        json.put("completedOn", on.toString());
        return this;
    }

    public AppraisalContent reopened() {
        json.remove("completedOn");
        return this;
    }

    Optional<LocalDate> day(String field) {
        return text(field).map(LocalDate::parse);
    }

    public AppraisalContent put(String field, Optional<LocalDate> day) {
        json.remove(field);
        day.ifPresent(found -> json.put(field, found.toString()));
        return this;
    }

    private Optional<ObjectNode> part(String field) {
        return json.get(field) instanceof ObjectNode found ? Optional.of(found) : Optional.empty();
    }

    private Optional<String> text(String field) {
        return text(json, field);
    }

    private static Optional<String> text(JsonNode of, String field) {
        return of.hasNonNull(field) ? Optional.of(of.path(field).asText()) : Optional.empty();
    }
}
