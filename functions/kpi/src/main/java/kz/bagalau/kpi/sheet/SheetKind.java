package kz.bagalau.kpi.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.kpi.desk.KpiTerms;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.kpi.part.Confidentiality;
import kz.bagalau.kpi.part.Parts;
import kz.bagalau.kpi.part.View;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;

/// Who is who in an assessment sheet, whose turn it is, and what a caller sees.
///
/// @param commission whether the caller sits in a commission that has to do with the sheet
public record SheetKind(Mandate mandate, boolean commission) implements Kind {

    /// What is kept for the program alone.
    private static final List<String> INTERNAL = List.of("terms", "meetings");

    @Override
    public Flow flow() {
        return Flows.KPI_SHEET.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document sheet) {
        return Parts.actors(caller, sheet, mandate);
    }

    public View view(Caller caller, Document sheet) {
        return Confidentiality.sheet(
                Parts.seen(caller, sheet, sheet.content(), mandate, commission),
                sheet.state(),
                SheetContent.informed(sheet.content()));
    }

    /// Whom it is listed for: those of the case, and the authorities that an appeal is addressed
    /// to.
    public Set<Party> parties(ObjectNode content, String body) {
        Set<Party> parties = new HashSet<>(mandate.parties());
        for (JsonNode appeal : content.path("appeals")) {
            parties.add(Appeals.ofBody(body));
            if (appeal.has("authority")) {
                parties.add(Party.authority(appeal.path("authority").asText()));
            }
        }
        return parties;
    }

    @Override
    public Turn turn(Document sheet) {
        return new SheetTurn(sheet.content(), sheet.body(), mandate);
    }

    @Override
    public ObjectNode shown(Caller caller, Document sheet) {
        ObjectNode shown = Heads.of(sheet);
        View view = view(caller, sheet);
        if (!view.some()) {
            return shown;
        }
        ObjectNode content = Archive.withoutLast(sheet.content());
        content.remove(INTERNAL);
        JsonNode rounds = content.remove("rounds");
        shown.setAll(content);
        if (rounds != null) {
            rounds.forEach(round -> show(shown, (ObjectNode) round, view));
        }
        Heads.may(shown, may(actors(caller, sheet), sheet));
        return shown;
    }

    /// Of those who act, by the state and by the appeal that was filed last.
    Stream<String> may(Set<Actor> actors, Document sheet) {
        Optional<ObjectNode> appeal = SheetContent.lastAppeal(sheet.content());
        String state = appeal.map(last -> last.path("state").asText()).orElse("");
        boolean court =
                appeal.filter(last -> last.path("to").asText().equals(SheetForms.To.COURT.name()))
                        .isPresent();
        return flow().open(sheet.state(), actors).stream()
                .filter(event ->
                        switch (event) {
                            case "propose", "leave" -> state.equals("FILED") && !court;
                            case "dismiss", "court-cancel" -> state.equals("FILED") && court;
                            case "cancel", "decline" -> state.equals("PROPOSED");
                            default -> true;
                        });
    }

    /// The decision that stands, and beside it those that were cancelled. A decision of which the
    /// employee was not informed is not theirs to see yet.
    private static void show(ObjectNode sheet, ObjectNode round, View view) {
        round.remove("seats");
        if (view == View.WITHOUT_RESULT && round.path("notices").isEmpty()) {
            return;
        }
        if (round.has("cancelled")) {
            sheet.withArray("/earlier").add(round);
        } else {
            sheet.set("decision", round);
        }
    }

    private record SheetTurn(ObjectNode content, String body, Mandate mandate) implements Turn {

        @Override
        public Optional<Party> owner(Step step) {
            if (Archive.isEntry(content)) {
                return Optional.empty();
            }
            return switch (step.event()) {
                case "submit", "resubmit" -> mandate.directManagersTask().map(Party::person);
                case "agree" -> mandate.higherManagersTask().map(Party::person);
                case "to-commission", "inform" -> Optional.of(Party.office(Role.HR, body));
                case "confirm" -> Optional.of(Party.office(Role.COMMISSION, body));
                case "cancel" -> appealIn("PROPOSED").map(_ -> Party.office(Role.HEAD, body));
                case "leave" ->
                        appealIn("FILED")
                                .filter(appeal -> appeal.has("authority"))
                                .map(appeal -> Party.authority(appeal.path("authority").asText()));
                // The meeting is approved as a whole, and is a task of its own.
                default -> Optional.empty();
            };
        }

        private Optional<ObjectNode> appealIn(String state) {
            return SheetContent.lastAppeal(content)
                    .filter(appeal -> appeal.path("state").asText().equals(state));
        }

        @Override
        public LocalDate start(Deadline rule) {
            return LocalDate.parse(
                    switch (rule) {
                        case KPI_RESUBMIT ->
                                content.path("returned")
                                        .get(content.path("returned").size() - 1)
                                        .path("on")
                                        .asText();
                        case KPI_TO_COMMISSION -> content.at("/signatures/approver/on").asText();
                        case KPI_INFORM ->
                                SheetContent.decision(content)
                                        .orElseThrow()
                                        .path("approvedOn")
                                        .asText();
                        case KPI_APPEAL ->
                                SheetContent.decision(content)
                                        .orElseThrow()
                                        .path("heldOn")
                                        .asText();
                        default -> throw new IllegalStateException(rule + " is no term of a sheet");
                    });
        }

        @Override
        public DueDate due(Deadline rule, WorkingCalendar calendar) {
            return KpiTerms.TERMS.due(content, rule, start(rule), calendar);
        }

        @Override
        public Optional<LocalDate> ownDay(Step step) {
            return Optional.empty();
        }
    }
}
