package kz.bagalau.appraisal.quarter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.ScoredForm;
import kz.bagalau.appraisal.desk.AppraisalProblem;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.directory.Persons;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalForm.Given;
import kz.bagalau.rules.appraisal.AppraisalForm.Mistake;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.Banding;

/// The score that an assessor gives (No. 245, ¶7, ¶17).
public final class Scores {

    private Scores() {}

    /// A case keeps the form on which it was first scored.
    public static Decision scored(Held held, String by, CaseForms.Scoring form) {
        AppraisalContent content = AppraisalContent.of(held.appraisal());
        if (content.sheet().isEmpty()) {
            Edition<AppraisalForm> edition = held.desk().forms().find(content.form());
            content.json().set("sheet", ScoredForm.write(content.form(), edition));
        }
        AppraisalForm sheet = content.sheet().orElseThrow();
        return switch (sheet.score(form.given(), content.settings())) {
            case AppraisalForm.Wrong(var mistakes) ->
                    new Decision.Refused(
                            Problem.invalid(mistakes.stream().map(Scores::error).toList()));
            case AppraisalForm.Score(var banding) -> {
                write(content, held, by, form, banding);
                yield new Decision.Next(
                        "SCORED",
                        held.kind().parties(content),
                        content.json(),
                        List.of(),
                        Json.object());
            }
        };
    }

    /// What the assessor's values come to, whatever a session or an appeal made of it; empty before
    /// they are given.
    public static Optional<Banding> given(AppraisalContent content) {
        List<Given> values =
                content.json()
                        .path("items")
                        .valueStream()
                        .map(item ->
                                new Given(
                                        item.path("item").asText(),
                                        new BigDecimal(item.path("value").asText())))
                        .toList();
        return content.sheet()
                .filter(_ -> !values.isEmpty())
                .map(form ->
                        switch (form.score(values, content.settings())) {
                            case AppraisalForm.Score(var banding) -> banding;
                            case AppraisalForm.Wrong(var mistakes) ->
                                    throw new IllegalStateException("stored: " + mistakes);
                        });
    }

    private static void write(
            AppraisalContent content,
            Held held,
            String by,
            CaseForms.Scoring form,
            Banding banding) {
        Instant now = held.desk().clock().instant();
        LocalDate today = held.desk().today();
        ObjectNode json = content.score(banding).json();
        json.set("items", form.items());
        json.put("rounding", content.settings().get(AppraisalSetting.ROUNDING).name());
        json.put("scoredBy", by);
        json.put("scorer", Persons.name(held.kind().staff(), by));
        json.put("scoredAt", Times.shown(now));
        json.put("scoredOn", today.toString());
        json.put("late", today.isAfter(content.due()));
    }

    private static Problem.Error error(Mistake mistake) {
        String item = "/items/" + mistake.index();
        return switch (mistake.code()) {
            case OUT_OF_RANGE ->
                    new Problem.Error(
                            item + "/value",
                            FieldProblem.OUT_OF_RANGE,
                            Banding.LEAST.toPlainString(),
                            Banding.MOST.toPlainString());
            case WRONG_STEP ->
                    new Problem.Error(item + "/value", AppraisalProblem.WRONG_STEP, mistake.item());
            case ITEM_MISSING ->
                    new Problem.Error("/items", AppraisalProblem.ITEM_MISSING, mistake.item());
            case UNKNOWN_ITEM ->
                    new Problem.Error(
                            item + "/item", AppraisalProblem.UNKNOWN_ITEM, mistake.item());
            case ITEM_TWICE ->
                    new Problem.Error(item + "/item", AppraisalProblem.ITEM_TWICE, mistake.item());
        };
    }
}
