package kz.bagalau.kpi.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.flow.Actor;

/// What a caller is in a plan's or a sheet's case: what they may do, and what they see.
public final class Parts {

    /// The Agency's name among authorities.
    public static final String AGENCY = "agency";

    private Parts() {}

    /// Who acts is decided by the case. In an archive entry the personnel service enters everything
    /// that was done. Whom the case is about does nothing in it for anybody else, except that a
    /// personnel service of one person passes on their own papers.
    public static Set<Actor> actors(Caller caller, Document document, Mandate mandate) {
        EnumSet<Actor> actors = EnumSet.noneOf(Actor.class);
        String person = caller.subject();
        boolean own = person.equals(mandate.employee());
        boolean hr = caller.has(Role.HR, document.body());
        if (hr) {
            actors.add(Actor.HR);
        }
        if (own) {
            actors.add(Actor.EMPLOYEE);
            return actors;
        }
        if (hr && Archive.isEntry(document)) {
            return EnumSet.complementOf(EnumSet.of(Actor.SYSTEM));
        }
        if (mandate.isDirectManager(person)) {
            actors.add(Actor.DIRECT_MANAGER);
        }
        if (mandate.isHigherManager(person)) {
            actors.add(mandate.managerIsFirstHead() ? Actor.FIRST_HEAD : Actor.HIGHER_MANAGER);
        }
        if (caller.has(Role.HEAD, document.body())) {
            actors.add(Actor.AUTHORISED_PERSON);
        }
        if (isAddressed(caller, document.content())) {
            actors.add(Actor.CIVIL_SERVICE_BODY);
        }
        return actors;
    }

    /// @param sheet the plan's sheet, or the sheet itself: appeals stand there
    /// @param commission whether the caller sits in a commission that has to do with it
    public static Set<Part> seen(
            Caller caller,
            Document document,
            ObjectNode sheet,
            Mandate mandate,
            boolean commission) {
        String person = caller.subject();
        if (person.equals(mandate.employee())) {
            return EnumSet.of(Part.EMPLOYEE);
        }
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        if (mandate.isDirectManager(person)) {
            parts.add(Part.DIRECT_MANAGER);
        }
        if (mandate.isHigherManager(person)) {
            parts.add(Part.HIGHER_MANAGER);
        }
        if (caller.has(Role.HR, document.body())) {
            parts.add(Part.HR);
        }
        if (caller.has(Role.HEAD, document.body())) {
            parts.add(Part.HEAD);
        }
        if (commission) {
            parts.add(Part.COMMISSION);
        }
        if (isAddressed(caller, sheet)) {
            parts.add(Part.APPEAL_BODY);
        }
        return parts;
    }

    /// Whether an appeal of the sheet is addressed to the caller.
    public static boolean isAddressed(Caller caller, ObjectNode sheet) {
        for (JsonNode appeal : sheet.path("appeals")) {
            if (isAddressed(caller, appeal.path("authority").asText(""))) {
                return true;
            }
        }
        return false;
    }

    public static boolean isAddressed(Caller caller, String authority) {
        return authority.equals(AGENCY)
                ? caller.has(Role.AGENCY)
                : caller.has(Role.TERRITORIAL)
                        && caller.territory().filter(authority::equals).isPresent();
    }
}
