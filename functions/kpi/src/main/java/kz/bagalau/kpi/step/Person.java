package kz.bagalau.kpi.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import kz.bagalau.directory.Persons;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.lambda.Caller;

/// What the forms say of people, written down when it happens: a document names who signed it by
/// the name of that day.
public final class Person {

    private Person() {}

    /// The employee whom a case is about: name, position, unit.
    public static ObjectNode of(Mandate mandate) {
        return Persons.described(mandate.staff(), mandate.employee(), mandate.day());
    }

    /// Somebody signs under their name in a case.
    public static void signs(
            ObjectNode content, String as, Caller caller, Mandate mandate, LocalDate on) {
        content.withObject("/signatures")
                .putObject(as)
                .put("signed", true)
                .put("on", on.toString())
                .put("by", caller.subject())
                .put("name", signer(as, caller, mandate));
    }

    /// An entry of the past is signed by who signed then: the manager of the case, not who enters
    /// it.
    private static String signer(String as, Caller caller, Mandate mandate) {
        String person =
                switch (as) {
                    case "manager" ->
                            mandate.isDirectManager(caller.subject())
                                    ? caller.subject()
                                    : mandate.directManager().orElse(caller.subject());
                    default ->
                            mandate.isHigherManager(caller.subject())
                                    ? caller.subject()
                                    : mandate.higherManager().orElse(caller.subject());
                };
        return Persons.name(mandate.staff(), person);
    }
}
