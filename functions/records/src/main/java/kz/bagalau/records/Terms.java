package kz.bagalau.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;

/// When the assessment was completed of which a document speaks, and how long it is kept. Reads of
/// the documents of other capabilities only what that depends on.
record Terms(Cases cases) {

    /// Empty while the assessment is not completed: such a document is kept.
    ///
    /// @param document of one of the [KeptKind]s
    Optional<Term> of(Document document) {
        return KeptKind.of(document.reference().kind())
                .flatMap(kind ->
                        switch (kind) {
                            case APPRAISAL -> appraisal(document);
                            case YEARLY_SCORE -> yearlyScore(document);
                            case KPI_SHEET -> sheet(document);
                            case KPI_PLAN -> ofSheet(sheetOf(document));
                            case COMMISSION_MEETING -> meeting(document);
                        });
    }

    /// The documents without which another cannot be read, and which therefore stand as long as it
    /// does.
    Set<Reference> needing(Document document) {
        Set<Reference> sheets = new LinkedHashSet<>();
        switch (KeptKind.of(document.reference().kind()).orElseThrow()) {
            case APPRAISAL, YEARLY_SCORE, KPI_SHEET -> {}
            case KPI_PLAN -> sheets.add(sheetOf(document));
            case COMMISSION_MEETING -> sheets.addAll(sheets(document));
        }
        return sheets;
    }

    // G-47: the last day on which the case became FINAL or NOT_ASSESSED.
    private static Optional<Term> appraisal(Document document) {
        return switch (document.state()) {
            case "FINAL", "NOT_ASSESSED" ->
                    day(document.content().path("completedOn"))
                            .map(on -> Term.of(on, document.content()));
            default -> Optional.empty();
        };
    }

    private static Optional<Term> yearlyScore(Document document) {
        List<JsonNode> revisions = document.content().path("revisions").valueStream().toList();
        return revisions.isEmpty()
                ? Optional.empty()
                : day(revisions.getLast().path("formedOn"))
                        .map(on -> Term.of(on, document.content()));
    }

    // DOUBT: chapter 6 of No. 02-17/15 names no term of keeping, read as the three years of No.
    // 245, from the approval of the result (G-19), because the same service keeps both.
    private static Optional<Term> sheet(Document document) {
        return document.state().equals("CLOSED")
                ? approvedOn(document).map(on -> Term.of(on, document.content()))
                : Optional.empty();
    }

    /// When the decision that stands was approved.
    private static Optional<LocalDate> approvedOn(Document sheet) {
        List<JsonNode> rounds = sheet.content().path("rounds").valueStream().toList();
        return rounds.isEmpty() ? Optional.empty() : day(rounds.getLast().path("approvedOn"));
    }

    /// A sheet has the id of its plan.
    private static Reference sheetOf(Document plan) {
        return new Reference(KeptKind.KPI_SHEET.code(), plan.reference().id());
    }

    /// The term of a sheet, also of one that was destroyed.
    private Optional<Term> ofSheet(Reference sheet) {
        return cases.find(sheet).map(this::of).orElseGet(() -> ofDestroyed(sheet));
    }

    private Optional<Term> ofDestroyed(Reference sheet) {
        return cases.tombstone(sheet).flatMap(tombstone -> cases.find(tombstone.act())).stream()
                .flatMap(act -> act.content().path("objects").valueStream())
                .filter(line -> line.path("object").asText().equals(sheet.objectId()))
                .findFirst()
                .map(line ->
                        new Term(
                                LocalDate.parse(line.path("completedOn").asText()),
                                LocalDate.parse(line.path("keptUntil").asText())));
    }

    /// A protocol is kept as long as the sheets that it decided on.
    private Optional<Term> meeting(Document document) {
        Optional<Term> own =
                document.state().equals("APPROVED")
                        ? day(document.content().at("/approval/on"))
                                .map(on -> Term.of(on, document.content()))
                        : Optional.empty();
        List<Optional<Term>> all = new ArrayList<>(List.of(own));
        sheets(document).forEach(sheet -> all.add(ofSheet(sheet)));
        return all.stream().allMatch(Optional::isPresent)
                ? all.stream().flatMap(Optional::stream).reduce(Term::later)
                : Optional.empty();
    }

    private static Set<Reference> sheets(Document meeting) {
        Set<Reference> sheets = new LinkedHashSet<>();
        meeting.content()
                .path("decisions")
                .forEach(decision ->
                        sheets.add(
                                new Reference(
                                        KeptKind.KPI_SHEET.code(),
                                        decision.path("sheet").asText())));
        return sheets;
    }

    private static Optional<LocalDate> day(JsonNode json) {
        return json.isTextual() ? Optional.of(LocalDate.parse(json.asText())) : Optional.empty();
    }
}
