package kz.bagalau.appraisal.calibration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.AppraisalProblem;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.desk.Points;
import kz.bagalau.appraisal.quarter.Held;
import kz.bagalau.appraisal.quarter.Publishing;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.directory.Persons;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.Banding;
import kz.bagalau.rules.appraisal.CalibrationMembers;
import kz.bagalau.rules.appraisal.CalibrationMembers.Mistake;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.vote.Session;
import kz.bagalau.rules.vote.VoteMistake;

/// What becomes of a case by the events of its calibration session (No. 245, ¶10, ¶19–23).
///
/// @param by who acts, by the claim `sub`
public record Sessions(Held held, String by) {

    private static final String SESSION = "SESSION";

    private Desk desk() {
        return held.desk();
    }

    private LocalDate today() {
        return desk().today();
    }

    /// ¶10. A late application is recorded as such, as long as no session was held (G-11).
    public Decision apply(CalibrationForms.Application form) {
        AppraisalContent content = held.content();
        if (Calibration.sessionHeld(content)) {
            return refused(CalibrationProblem.SESSION_HELD);
        }
        Optional<LocalDate> from = content.receivedOn().or(content::publishedOn);
        if (from.filter(form.submittedOn()::isBefore).isPresent()) {
            return outOfOrder("/submittedOn", from.get());
        }
        Optional<LocalDate> last = applyBy(content);
        boolean inTime = last.filter(form.submittedOn()::isAfter).isEmpty();
        content.put("applyBy", last);
        Calibration calibration = Calibration.open(content);
        calibration.json().put("text", form.text()).put("appliedBy", by);
        form.document().ifPresent(document -> calibration.json().put("document", document));
        requested(content, calibration, form.submittedOn(), form.receivedOn(), inTime);
        return next("CAL_REQUESTED", content.reopened());
    }

    /// A window that was closed stays so, whatever became of the calendar since.
    private Optional<LocalDate> applyBy(AppraisalContent content) {
        return held.appraisal().state().equals("FINAL")
                ? content.applyBy()
                : Publishing.applyBy(content, desk());
    }

    /// ¶19 counts from the receipt, ¶20 from the application (G-35).
    void requested(
            AppraisalContent content,
            Calibration calibration,
            LocalDate submittedOn,
            LocalDate receivedOn,
            boolean inTime) {
        calibration
                .json()
                .put("submittedOn", submittedOn.toString())
                .put("receivedOn", receivedOn.toString())
                .put("inTime", inTime);
        calibration.put("decideBy", desk().due(content, Deadline.CALIBRATION_DECIDE, receivedOn));
        calibration.put("holdBy", desk().due(content, Deadline.CALIBRATION_HOLD, submittedOn));
    }

    /// Back to where it came from: while the window lasts, another application may follow.
    public Decision withdraw() {
        AppraisalContent content = held.content();
        Optional<Calibration> calibration = Calibration.in(content);
        if (calibration.filter(Calibration::byAppeal).isPresent()) {
            return refused(CalibrationProblem.BY_APPEAL);
        }
        calibration.orElseThrow().put("withdrawnOn", Optional.of(today()));
        Calibration.archive(content);
        boolean inWindow =
                calibration.orElseThrow().inTime()
                        && Publishing.applyBy(content, desk()).filter(today()::isAfter).isEmpty();
        return inWindow ? next("PUBLISHED", content) : next("FINAL", content.completed(today()));
    }

    /// Only an application out of time is refused (G-11, G-13).
    public Decision refuse(String reason) {
        AppraisalContent content = held.content();
        Calibration calibration = Calibration.in(content).orElseThrow();
        if (calibration.inTime()) {
            return refused(CalibrationProblem.IN_TIME);
        }
        calibration
                .json()
                .putObject("refusal")
                .put("reason", reason)
                .put("on", today().toString())
                .put("by", by);
        return next("FINAL", content.completed(today()));
    }

    /// The event that members are named by: the first approval, also when it is sent again, or a
    /// later one.
    public String naming(OptionalLong version) {
        OptionalLong first =
                Calibration.in(held.content())
                        .map(Calibration::orderedFrom)
                        .orElseGet(OptionalLong::empty);
        boolean again =
                first.isPresent()
                        && version.orElse(held.appraisal().version() - 1) == first.getAsLong();
        return first.isEmpty() || again ? "order" : "replace";
    }

    /// ¶19. An approval after the first replaces the members, with a reason.
    public Decision order(CalibrationForms.Composition form) {
        AppraisalContent content = held.content();
        Calibration calibration = Calibration.in(content).orElseThrow();
        List<Problem.Error> errors = new ArrayList<>(mistakes(form, content));
        boolean replaces = calibration.orderedFrom().isPresent();
        if (replaces && form.reason().isEmpty()) {
            errors.add(new Problem.Error("/reason", FieldProblem.REQUIRED));
        }
        if (!errors.isEmpty()) {
            return new Decision.Refused(Problem.invalid(errors));
        }
        if (replaces) {
            calibration.replaceMembers(form.reason().orElseThrow());
        } else {
            calibration.json().put("orderedFrom", held.appraisal().version());
        }
        compose(calibration.json(), form);
        return next("CAL_ORDERED", content, warnings(content));
    }

    private List<Problem.Error> mistakes(
            CalibrationForms.Composition form, AppraisalContent content) {
        Staff staff = held.kind().staff();
        return CalibrationMembers.mistakes(
                        form.members(),
                        content.employee(),
                        content.scoredBy().orElse(""),
                        person -> CalibrationMembers.isAssessor(staff, person, today()),
                        form.reason().isPresent())
                .stream()
                .map(mistake -> error(mistake, form))
                .toList();
    }

    private static Problem.Error error(Mistake mistake, CalibrationForms.Composition form) {
        ProblemCode code =
                switch (mistake.code()) {
                    case EVEN_OR_FEW -> CalibrationProblem.EVEN_OR_FEW;
                    case DUPLICATE -> CalibrationProblem.DUPLICATE;
                    case EXCLUDED -> CalibrationProblem.EXCLUDED;
                    case NOT_ASSESSOR -> AppraisalProblem.NOT_ASSESSOR;
                    case NO_HR -> CalibrationProblem.NO_HR;
                    case FEW_ASSESSORS -> CalibrationProblem.FEW_ASSESSORS;
                };
        return mistake.index() < 0
                ? new Problem.Error("/members", code)
                : new Problem.Error(
                        "/members/" + mistake.index() + "/person",
                        code,
                        form.members().get(mistake.index()).person());
    }

    private void compose(ObjectNode calibration, CalibrationForms.Composition form) {
        ArrayNode members = calibration.putArray("members");
        form.members()
                .forEach(member -> {
                    ObjectNode json =
                            members.addObject()
                                    .put("person", member.person())
                                    .put("kind", member.kind().name());
                    json.setAll(Persons.described(held.kind().staff(), member.person(), today()));
                });
        calibration.put("by", form.by().name());
        calibration.set("order", form.asked().path("order"));
        calibration.remove("reason");
        form.reason().ifPresent(reason -> calibration.put("reason", reason));
        calibration.put("approvedOn", today().toString()).put("approvedBy", by);
    }

    /// G-13: the text does not forbid that who has scored decides on the members.
    private ObjectNode warnings(AppraisalContent content) {
        ArrayNode warnings = Json.object().putArray("warnings");
        if (content.scoredBy().filter(by::equals).isPresent()) {
            AppraisalWarning.ASSESSOR_DECIDES.addTo(warnings, "/members");
        }
        return Json.object().set("warnings", warnings);
    }

    /// ¶19 has the members of revision commissions approved by the maslikhat.
    public static boolean byMaslikhat(Desk desk, String body) {
        return desk.bodies()
                .find(body)
                .flatMap(found -> found.category())
                .map(category ->
                        switch (category) {
                            case REVISION_COMMISSION, MASLIKHAT_APPARATUS -> true;
                            case CENTRAL, LOCAL_EXEC, LOCAL_BUDGET_EXEC, OTHER -> false;
                        })
                .orElse(true);
    }

    /// ¶22: a round of votes.
    public Decision vote(CalibrationForms.Round form) {
        AppraisalContent content = held.content();
        Calibration calibration = Calibration.in(content).orElseThrow();
        int expected = calibration.rounds() + 1;
        if (form.number() != expected) {
            return refused(CalibrationProblem.WRONG_ROUND, Integer.toString(expected));
        }
        Session session =
                new Session(
                        calibration.members(),
                        content.settings().get(AppraisalSetting.CALIBRATION_PRESENCE));
        return switch (session.round(form.votes())) {
            case Session.Invalid(var mistakes) ->
                    new Decision.Refused(Problem.invalid(errors(form, calibration, mistakes)));
            case Session.NoMajority() -> voted(form, content, calibration, Optional.empty());
            case Session.Adopted(var score, _) ->
                    voted(form, content, calibration, Optional.of(score));
        };
    }

    private Decision voted(
            CalibrationForms.Round form,
            AppraisalContent content,
            Calibration calibration,
            Optional<BigDecimal> adopted) {
        List<Problem.Error> errors = errors(form, calibration, List.of());
        if (!errors.isEmpty()) {
            return new Decision.Refused(Problem.invalid(errors));
        }
        ObjectNode json = calibration.json();
        json.withArray("/rounds").add(round(form, calibration, adopted));
        if (adopted.isEmpty()) {
            return next("CAL_HELD", content);
        }
        BigDecimal original = content.score().orElseThrow();
        json.put("original", Points.shown(original))
                .put("score", Points.shown(adopted.get()))
                .put("direction", Session.Direction.of(original, adopted.get()).name())
                .put("decidedOn", form.heldOn().toString())
                .put("protocolForm", desk().forms().protocol().value().status().name());
        return next("CAL_DECIDED", content);
    }

    private List<Problem.Error> errors(
            CalibrationForms.Round form, Calibration calibration, List<VoteMistake> mistakes) {
        List<Problem.Error> errors = new ArrayList<>();
        LocalDate earliest = earliest(calibration);
        if (form.heldOn().isBefore(earliest)) {
            errors.add(new Problem.Error("/heldOn", CaseProblem.OUT_OF_ORDER, earliest.toString()));
        }
        boolean heard = form.heard().has("statement") || form.heard().has("noStatement");
        if (calibration.rounds() == 0 && !heard) {
            errors.add(new Problem.Error("/statement", FieldProblem.REQUIRED));
        }
        mistakes.forEach(mistake -> errors.add(error(mistake, form)));
        return errors;
    }

    /// A round follows the application, the order and the round before it; the day on which an
    /// order of before was entered does not matter.
    private static LocalDate earliest(Calibration calibration) {
        LocalDate ordered = LocalDate.parse(calibration.json().path("order").path("date").asText());
        return Stream.of(
                        Optional.of(ordered),
                        calibration.day("submittedOn"),
                        calibration
                                .lastRound()
                                .map(round -> LocalDate.parse(round.path("heldOn").asText())))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(ordered);
    }

    private static Problem.Error error(VoteMistake mistake, CalibrationForms.Round form) {
        int last = -1;
        for (int i = 0; i < form.votes().size(); i++) {
            last = form.votes().get(i).member().equals(mistake.person()) ? i : last;
        }
        String pointer = last < 0 ? "/votes" : "/votes/" + last + "/person";
        ProblemCode code =
                switch (mistake.kind()) {
                    case NOT_MEMBER -> CalibrationProblem.NOT_MEMBER;
                    case VOTED_TWICE -> CalibrationProblem.VOTED_TWICE;
                    case VOTE_MISSING -> CalibrationProblem.VOTE_MISSING;
                    default -> throw new IllegalStateException(mistake + " is none of a session");
                };
        return new Problem.Error(pointer, code, mistake.person());
    }

    private static ObjectNode round(
            CalibrationForms.Round form, Calibration calibration, Optional<BigDecimal> adopted) {
        ObjectNode round =
                Json.object().put("round", form.number()).put("heldOn", form.heldOn().toString());
        round.setAll(form.heard());
        round.set("members", calibration.json().path("members"));
        ArrayNode votes = round.putArray("votes");
        form.votes()
                .forEach(vote ->
                        votes.addObject()
                                .put("person", vote.member())
                                .put("score", Points.shown(vote.choice())));
        adopted.ifPresentOrElse(
                score -> round.put("score", Points.shown(score)), () -> round.putNull("score"));
        return round;
    }

    /// ¶22: with the signed protocol the session's score counts.
    public Decision sign(CalibrationForms.Protocol form) {
        AppraisalContent content = held.content();
        Calibration calibration = Calibration.in(content).orElseThrow();
        LocalDate decidedOn = calibration.day("decidedOn").orElseThrow();
        if (form.signedOn().isBefore(decidedOn)) {
            return outOfOrder("/signedOn", decidedOn);
        }
        calibration.json().set("protocol", form.asked().asked().put("by", by));
        calibration.put(
                "uploadBy", desk().due(content, Deadline.CALIBRATION_UPLOAD, form.signedOn()));
        String number = form.asked().asked().path("number").asText();
        count(content, calibration.score().orElseThrow(), SESSION, number, form.signedOn());
        return next("FINAL", content.completed(form.signedOn()));
    }

    /// From now on another score counts; what it was stands beside it.
    ///
    /// @param decision the protocol or the decision that set it, as it is named
    void count(
            AppraisalContent content,
            BigDecimal score,
            String because,
            String decision,
            LocalDate on) {
        content.json()
                .withArray("/scores")
                .addObject()
                .put("from", content.score().map(Points::shown).orElse(""))
                .put("to", Points.shown(score))
                .put("because", because)
                .put("decision", decision)
                .put("on", on.toString());
        content.score(Banding.of(score, content.settings().get(AppraisalSetting.ROUNDING)));
    }

    /// A mark beside the state, once the protocol is signed.
    ///
    /// @param field of the day in the request
    public Decision mark(String name, String field, CalibrationForms.Mark form) {
        AppraisalContent content = held.content();
        Optional<Calibration> calibration = Calibration.in(content);
        Optional<LocalDate> earliest = calibration.flatMap(Calibration::signedOn);
        if (earliest.isEmpty()) {
            return new Decision.Refused(Problem.wrongState(held.appraisal().state()));
        }
        if (form.on().filter(earliest.get()::isAfter).isPresent()) {
            return outOfOrder("/" + field, earliest.get());
        }
        ObjectNode mark = form.asked().asked().put("by", by);
        if (form.on().isEmpty()) {
            mark.put("enteredOn", today().toString());
        }
        calibration.orElseThrow().json().set(name, mark);
        return next(held.appraisal().state(), content);
    }

    Decision next(String state, AppraisalContent content) {
        return next(state, content, Json.object());
    }

    Decision next(String state, AppraisalContent content, ObjectNode remarks) {
        return new Decision.Next(
                state, held.kind().parties(content), content.json(), List.of(), remarks);
    }

    public static Decision refused(ProblemCode code, String... arguments) {
        return new Decision.Refused(Problem.of(code, arguments));
    }

    static Decision outOfOrder(String pointer, LocalDate earliest) {
        return new Decision.Refused(
                Problem.invalid(
                        List.of(
                                new Problem.Error(
                                        pointer, CaseProblem.OUT_OF_ORDER, earliest.toString()))));
    }
}
