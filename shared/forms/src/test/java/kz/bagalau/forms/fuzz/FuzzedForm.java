package kz.bagalau.forms.fuzz;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.forms.report.Form;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.forms.report.reading.CellFact;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// Any bytes as rows of text with tabs between cells, read as a form; the first byte chooses which.
/// Whatever stands in them, a form is accepted with possible facts only, or refused with none.
public final class FuzzedForm {

    private static final ReadingContext CONTEXT =
            new ReadingContext(
                    BodyKind.OMO,
                    2025,
                    Map.of(
                            "headcount.monthly",
                            new FactValue.Amounts(Collections.nCopies(12, BigDecimal.TEN))),
                    0);

    private FuzzedForm() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        List<Form> forms = Forms.all();
        Form form = forms.get(Math.floorMod(bytes[0], forms.size()));
        byte[] csv =
                (">\t>\n" + new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
        check(form, form.read(csv, FileType.CSV, CONTEXT));
    }

    private static void check(Form form, Reading reading) {
        if (!reading.accepted() && !(reading.facts().isEmpty() && reading.aids().isEmpty())) {
            throw new AssertionError("facts of a form that is not accepted: " + form.id());
        }
        Map<String, FactValue> facts = new HashMap<>();
        for (CellFact fact : reading.facts()) {
            facts.put(fact.fact(), fact.value());
        }
        if (!Vocabulary.mistakes(facts).isEmpty()) {
            throw new AssertionError("impossible facts: " + Vocabulary.mistakes(facts));
        }
        if (reading.problems().size() > Reading.MOST_PROBLEMS) {
            throw new AssertionError("too many problems");
        }
    }
}
