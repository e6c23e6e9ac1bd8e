package kz.bagalau.appraisal.quarter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.Assessing;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.part.Confidentiality;
import kz.bagalau.appraisal.part.Part;
import kz.bagalau.appraisal.part.View;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.staff.Staff;

/// Who is who in an appraisal, whose turn it is, and what a caller sees.
///
/// @param staff of the case's body
public record AppraisalKind(Desk desk, Staff staff) implements Kind {

    /// What is kept for the program alone.
    private static final List<String> INTERNAL = List.of("settings", "terms");

    private static final String MULTI_CASE_QUARTER = "MULTI_CASE_QUARTER";

    public static AppraisalKind of(Desk desk, Document appraisal) {
        return new AppraisalKind(desk, desk.staffs().of(appraisal.body()));
    }

    @Override
    public Flow flow() {
        return Flows.APPRAISAL.flow();
    }

    /// Whom the case is about does nothing in it for anybody else, whatever other roles they have.
    @Override
    public Set<Actor> actors(Caller caller, Document appraisal) {
        return actors(caller, appraisal, AppraisalContent.of(appraisal));
    }

    private Set<Actor> actors(Caller caller, Document appraisal, AppraisalContent content) {
        if (caller.subject().equals(content.employee())) {
            return EnumSet.of(Actor.EMPLOYEE);
        }
        EnumSet<Actor> actors = EnumSet.noneOf(Actor.class);
        if (caller.has(Role.HR, appraisal.body())) {
            actors.add(Actor.HR);
        }
        if (caller.has(Role.HEAD, appraisal.body())) {
            actors.add(Actor.APPOINTING_OFFICIAL);
        }
        if (assessing(content).acts(caller.subject())) {
            actors.add(Actor.ASSESSOR);
        }
        return actors;
    }

    public View view(Caller caller, Document appraisal) {
        return Confidentiality.of(
                parts(caller, appraisal, AppraisalContent.of(appraisal)), appraisal.state());
    }

    private Set<Part> parts(Caller caller, Document appraisal, AppraisalContent content) {
        if (caller.subject().equals(content.employee())) {
            return EnumSet.of(Part.EMPLOYEE);
        }
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        if (assessing(content).acts(caller.subject())) {
            parts.add(Part.ASSESSOR);
        }
        if (content.members().contains(caller.subject())) {
            parts.add(Part.MEMBER);
        }
        if (caller.has(Role.HR, appraisal.body())) {
            parts.add(Part.HR);
        }
        if (caller.has(Role.HEAD, appraisal.body())) {
            parts.add(Part.HEAD);
        }
        return parts;
    }

    Assessing assessing(AppraisalContent content) {
        return new Assessing(staff, content, desk.today());
    }

    public Set<Party> parties(AppraisalContent content) {
        return Parties.of(content, staff, desk.today());
    }

    @Override
    public Turn turn(Document appraisal) {
        return new AppraisalTurn(this, appraisal.body(), AppraisalContent.of(appraisal));
    }

    /// All that is open after an event.
    public List<Task> tasks(Document appraisal) {
        return Turn.tasks(appraisal, flow(), turn(appraisal), desk.calendar().get());
    }

    /// Who acts next, as lists name it; empty where nobody has to.
    public Optional<String> next(Document appraisal) {
        AppraisalContent content = AppraisalContent.of(appraisal);
        return switch (appraisal.state()) {
            case "CHECKING", "CAL_ORDERED", "CAL_HELD", "CAL_DECIDED", "UNDER_APPEAL" ->
                    Optional.of("HR");
            case "WITH_ASSESSOR", "SCORED" -> Optional.of("ASSESSOR");
            case "PUBLISHED" ->
                    Optional.of(
                            content.receivedOn().isEmpty() && content.leftOn().isPresent()
                                    ? "HR"
                                    : "EMPLOYEE");
            case "CAL_REQUESTED" -> Optional.of("HEAD");
            default -> Optional.empty();
        };
    }

    @Override
    public ObjectNode shown(Caller caller, Document appraisal) {
        ObjectNode shown = Heads.of(appraisal);
        AppraisalContent content = AppraisalContent.of(appraisal);
        switch (Confidentiality.of(parts(caller, appraisal, content), appraisal.state())) {
            case NONE -> {}
            case STATE -> {
                shown.put("employee", content.employee());
                shown.put("quarter", content.quarter().toString());
            }
            case ALL -> {
                LocalDate today = desk.today();
                boolean late = content.late(today);
                content.json().remove(INTERNAL);
                shown.setAll(content.json());
                shown.put("late", late);
                Publishing.showWindow(shown, appraisal, desk);
                beside(shown, caller, appraisal, content);
            }
        }
        return shown;
    }

    /// The other cases of the employee's quarter (G-26).
    private void beside(
            ObjectNode shown, Caller caller, Document appraisal, AppraisalContent content) {
        ArrayNode flags = shown.putArray("flags");
        ArrayNode others = shown.putArray("others");
        int assessed = content.eligible() ? 1 : 0;
        for (Document other : desk.appraisalsOf(content.employee(), appraisal.period())) {
            if (!other.reference().equals(appraisal.reference())) {
                AppraisalContent its = AppraisalContent.of(other);
                assessed += its.eligible() ? 1 : 0;
                others.add(other(caller, other, its));
            }
        }
        if (assessed > 1) {
            flags.add(MULTI_CASE_QUARTER);
        }
    }

    /// As much as the caller sees of the other case; whoever has no part in it learns that it
    /// exists, because the quarter's score depends on it.
    private ObjectNode other(Caller caller, Document other, AppraisalContent content) {
        return switch (Confidentiality.of(parts(caller, other, content), other.state())) {
            case NONE -> Json.object().put("id", other.reference().id()).put("body", other.body());
            case STATE -> Heads.of(other);
            case ALL -> {
                ObjectNode shown = Heads.of(other);
                shown.put("eligibility", content.eligibility().name());
                shown.put("workedDays", content.workedDays());
                content.assessor().ifPresent(assessor -> shown.put("assessor", assessor));
                content.basis().ifPresent(basis -> shown.put("basis", basis.name()));
                shown.put("form", content.form().name());
                shown.put("due", content.due().toString());
                yield shown;
            }
        };
    }
}
