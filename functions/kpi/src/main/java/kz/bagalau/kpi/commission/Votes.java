package kz.bagalau.kpi.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.rules.vote.Commission;
import kz.bagalau.rules.vote.Vote;
import kz.bagalau.rules.vote.VoteMistake;

/// The motions of a meeting, one after another, with their open votes (¶57–65).
final class Votes {

    /// What became of the motions: the decisions, or everything that speaks against them.
    ///
    /// @param decisions as the meeting keeps them
    /// @param noQuorum whether too few are present, so that nothing can be decided
    /// @param chairAbsent in entries of the past, where that is a warning
    record Counted(
            ArrayNode decisions,
            List<Problem.Error> errors,
            boolean noQuorum,
            boolean chairAbsent) {}

    private final Commission commission;
    private final CommissionForms.Holding form;
    private final Map<String, Document> sheets;
    private final Commission.Entry entry;
    private final ArrayNode decisions = Json.object().putArray("decisions");
    private final Set<Problem.Error> errors = new LinkedHashSet<>();
    private final Set<String> carried = new HashSet<>();
    private boolean noQuorum;

    private Votes(
            Commission commission,
            CommissionForms.Holding form,
            Map<String, Document> sheets,
            Commission.Entry entry) {
        this.commission = commission;
        this.form = form;
        this.sheets = sheets;
        this.entry = entry;
    }

    /// @param sheets by id, all that the motions are about
    static Counted count(
            Commission commission,
            CommissionForms.Holding form,
            Map<String, Document> sheets,
            Commission.Entry entry) {
        Votes votes = new Votes(commission, form, sheets, entry);
        for (int i = 0; i < form.decisions().size(); i++) {
            votes.motion(i, form.decisions().get(i));
        }
        return new Counted(
                votes.decisions,
                List.copyOf(votes.errors),
                votes.noQuorum,
                !form.present().contains(commission.chair()));
    }

    private void motion(int index, JsonNode motion) {
        Document sheet = Objects.requireNonNull(sheets.get(motion.path("sheet").asText()));
        String employee = sheet.content().path("employee").asText();
        String pointer = "/decisions/" + index;
        if (carried.contains(sheet.reference().id())) {
            errors.add(new Problem.Error(pointer + "/sheet", KpiProblem.ALREADY_DECIDED));
        }
        String standing = sheet.content().path("grade").asText();
        if (motion.path("grade").asText().equals(standing)) {
            errors.add(new Problem.Error(pointer + "/grade", KpiProblem.SAME_GRADE, standing));
        }
        List<Vote<Boolean>> votes = new ArrayList<>();
        motion.path("votes")
                .forEach(vote ->
                        votes.add(
                                new Vote<>(
                                        vote.path("member").asText(),
                                        vote.path("for").asBoolean())));
        switch (commission.decide(form.present(), votes, employee, entry)) {
            case Commission.Invalid(var mistakes) ->
                    mistakes.forEach(mistake -> mistaken(pointer, motion, mistake));
            case Commission.Decided decided -> decided(motion, sheet, decided);
        }
    }

    private void decided(JsonNode motion, Document sheet, Commission.Decided decided) {
        ObjectNode decision = decisions.addObject();
        decision.setAll((ObjectNode) motion.deepCopy());
        decision.set("employee", sheet.content().path("employee"));
        decision.set("name", sheet.content().at("/person/name"));
        if (motion.has("grade")) {
            decision.set("moved", motion.get("grade"));
        }
        decision.set("sheetGrade", sheet.content().path("grade"));
        decision.put("carried", decided.carried())
                .put("by", decided.by().name())
                .put("votesFor", decided.votesFor())
                .put("votesAgainst", decided.votesAgainst());
        if (!decided.carried() || !motion.has("grade")) {
            decision.set("grade", sheet.content().path("grade"));
        }
        if (decided.carried()) {
            carried.add(sheet.reference().id());
            // ¶65: what the Commission gives itself goes into the protocol's own column.
            if (motion.has("grade")) {
                decision.set("correction", motion.get("grade"));
            }
        }
    }

    private void mistaken(String pointer, JsonNode motion, VoteMistake mistake) {
        switch (mistake.kind()) {
            case NO_QUORUM -> noQuorum = true;
            case CHAIR_ABSENT ->
                    errors.add(
                            new Problem.Error(
                                    "/present", KpiProblem.CHAIR_ABSENT, mistake.person()));
            case VOTE_MISSING ->
                    errors.add(
                            new Problem.Error(
                                    pointer + "/votes", KpiProblem.VOTE_MISSING, mistake.person()));
            case SECRETARY_VOTES -> voted(pointer, motion, mistake, KpiProblem.SECRETARY_VOTES);
            case NOT_MEMBER -> voted(pointer, motion, mistake, KpiProblem.NOT_MEMBER);
            case NOT_PRESENT -> voted(pointer, motion, mistake, KpiProblem.NOT_PRESENT);
            case VOTED_TWICE -> voted(pointer, motion, mistake, KpiProblem.VOTED_TWICE);
            case OWN_CASE -> voted(pointer, motion, mistake, KpiProblem.OWN_CASE);
        }
    }

    /// At the last vote of whom it is about.
    private void voted(String pointer, JsonNode motion, VoteMistake mistake, KpiProblem problem) {
        JsonNode votes = motion.path("votes");
        for (int i = votes.size() - 1; i >= 0; i--) {
            if (votes.get(i).path("member").asText().equals(mistake.person())) {
                errors.add(
                        new Problem.Error(
                                pointer + "/votes/" + i + "/member", problem, mistake.person()));
                return;
            }
        }
    }
}
