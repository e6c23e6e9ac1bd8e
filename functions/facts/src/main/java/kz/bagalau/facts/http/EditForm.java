package kz.bagalau.facts.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.FactFields;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.facts.FactSet;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// What `PUT /facts/{body}/{year}` is given, read with all errors at once against what stands.
final class EditForm {

    private static final int MAX_BYTES = 200_000;
    private static final int MAX_WITHDRAWN = 200;
    private static final int MAX_NAME = 100;
    private static final int MAX_DOCUMENT = 128;
    private static final Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,127}");

    private final Input input;
    private final FactFields fields;
    private final Caller caller;
    private final EntryRules entering;

    private EditForm(Input input, Caller caller, StateBody body, FactSet standing) {
        this.input = input;
        this.fields = new FactFields(input);
        this.caller = caller;
        this.entering = new EntryRules(body.kind(), standing);
    }

    /// @param standing as the caller may see it
    static Input.Result<EditRequest> parse(Request request, StateBody body, FactSet standing) {
        return new EditForm(request.input(MAX_BYTES), request.caller(), body, standing).read();
    }

    static boolean isDocument(String text) {
        return DOCUMENT.matcher(text).matches();
    }

    private Input.Result<EditRequest> read() {
        Set<String> withdrawn = input.optionalTexts("withdraw", MAX_WITHDRAWN, MAX_NAME);
        ObjectNode seen = input.json("seen");
        ObjectNode adopts = input.json("adopts");
        if (!mayEnter(withdrawn, seen, adopts)) {
            return new Input.Rejected<>(Problem.of(HttpProblem.FORBIDDEN));
        }
        Map<String, FactValue> facts = fields.facts();
        Map<String, String> adopted = adopted(adopts, facts);
        Map<String, ManualPoints> manual = manual();
        check(facts, adopted.keySet());
        checkWithdrawn(withdrawn, facts, manual);
        Map<String, Optional<String>> versions = versions(seen);
        boolean basisNeeded = !facts.isEmpty() || !withdrawn.isEmpty();
        Optional<String> basis =
                basisNeeded
                        ? Optional.of(input.text("basis", FactFields.MAX_BASIS))
                        : input.optionalText("basis", FactFields.MAX_BASIS);
        Optional<String> document = input.optionalText("document", MAX_DOCUMENT);
        document.filter(id -> !id.isEmpty() && !isDocument(id))
                .ifPresent(_ -> input.error("document", EntryProblem.NOT_A_DOCUMENT));
        return input.finish(() ->
                new EditRequest(
                        new TreeMap<>(facts),
                        new TreeMap<>(adopted),
                        new TreeMap<>(manual),
                        new TreeSet<>(withdrawn),
                        basis.orElse(""),
                        document,
                        new TreeMap<>(versions)));
    }

    /// Whether everything that is named is the caller's to enter. Versions are asked as well: they
    /// would show whoever guesses a value whether it is right.
    private boolean mayEnter(Set<String> withdrawn, ObjectNode seen, ObjectNode adopts) {
        return Stream.of(
                        withdrawn.stream(),
                        names(seen),
                        names(adopts),
                        names(input.json("facts")),
                        names(input.json("manual")))
                .flatMap(names -> names)
                .allMatch(name -> EntryRights.may(caller, name));
    }

    private static Stream<String> names(ObjectNode object) {
        return object.propertyStream().map(Map.Entry::getKey);
    }

    /// The claims taken over, which become facts of their own.
    private Map<String, String> adopted(ObjectNode adopts, Map<String, FactValue> facts) {
        Map<String, String> adopted = new LinkedHashMap<>();
        for (var entry : adopts.properties()) {
            String name = entry.getKey();
            String pointer = "adopts/" + Input.escape(name);
            String origin = entry.getValue().asText();
            Optional<FactValue> claimed = entering.claim(name, origin);
            if (Vocabulary.find(name).isEmpty()) {
                input.error(pointer, FactProblem.UNKNOWN_FACT, name);
            } else if (claimed.isEmpty()) {
                input.error(pointer, EntryProblem.NOT_CLAIMED, origin, name);
            } else if (facts.containsKey(name)
                    && !EntryRules.same(name, claimed.get(), facts.get(name))) {
                input.error(pointer, EntryProblem.CLAIMED_OTHERWISE, origin, name);
            } else {
                facts.put(name, claimed.get());
                adopted.put(name, origin);
            }
        }
        return adopted;
    }

    private void check(Map<String, FactValue> facts, Set<String> adopted) {
        for (String name : facts.keySet()) {
            if (!entering.concerns(name)) {
                input.error(pointer(name, adopted), EntryProblem.NOT_FOR_THIS_BODY, name);
            }
        }
        for (EntryRules.Mistake mistake : entering.mistakes(facts)) {
            if (mistake.whole()) {
                input.error(
                        pointer(mistake.name(), adopted),
                        EntryProblem.LESS_THAN,
                        mistake.mistake().fact());
            } else if (adopted.contains(mistake.name())) {
                input.error(
                        pointer(mistake.name(), adopted),
                        FactFields.code(mistake.mistake()),
                        FactFields.arguments(mistake.mistake()).toArray(String[]::new));
            } else {
                fields.report(mistake.mistake());
            }
        }
    }

    private static String pointer(String name, Set<String> adopted) {
        return (adopted.contains(name) ? "adopts/" : "facts/") + Input.escape(name);
    }

    private Map<String, ManualPoints> manual() {
        Map<String, ManualPoints> manual = new LinkedHashMap<>();
        fields.manual()
                .forEach((id, entered) -> {
                    String pointer = "manual/" + Input.escape(id);
                    Optional<Problem.Error> refusal = entering.refusal(pointer, id);
                    if (refusal.isPresent()) {
                        report(refusal.get());
                        return;
                    }
                    Optional<BigDecimal> maximum = entering.maximum(id);
                    JsonNode document = entered.path("document");
                    if (!document.isTextual()) {
                        input.error(pointer + "/document", FieldProblem.REQUIRED);
                    } else if (!isDocument(document.textValue())) {
                        input.error(pointer + "/document", EntryProblem.NOT_A_DOCUMENT);
                    }
                    fields.manual(id, entered, maximum).ifPresent(points -> manual.put(id, points));
                });
        return manual;
    }

    private void report(Problem.Error error) {
        input.error(error.pointer(), error.code(), error.arguments().toArray(String[]::new));
    }

    private void checkWithdrawn(
            Set<String> withdrawn, Map<String, FactValue> facts, Map<String, ManualPoints> manual) {
        List<String> names = new ArrayList<>(withdrawn);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (EntryRights.role(name).isEmpty()) {
                input.error("withdraw/" + i, FactProblem.UNKNOWN_FACT, name);
            } else if (facts.containsKey(name) || manual.containsKey(name)) {
                input.error("withdraw/" + i, FieldProblem.REPEATED, name);
            }
        }
    }

    /// The versions that the caller has seen; null where there was nothing to see.
    private Map<String, Optional<String>> versions(ObjectNode seen) {
        Map<String, Optional<String>> versions = new LinkedHashMap<>();
        for (var entry : seen.properties()) {
            String pointer = "seen/" + Input.escape(entry.getKey());
            JsonNode version = entry.getValue();
            if (EntryRights.role(entry.getKey()).isEmpty()) {
                input.error(pointer, FactProblem.UNKNOWN_FACT, entry.getKey());
            } else if (!version.isTextual() && !version.isNull()) {
                input.error(pointer, FieldProblem.WRONG_TYPE, "string");
            } else {
                versions.put(entry.getKey(), Optional.ofNullable(version.textValue()));
            }
        }
        return versions;
    }
}
