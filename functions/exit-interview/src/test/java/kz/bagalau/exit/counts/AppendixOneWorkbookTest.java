package kz.bagalau.exit.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.directory.StateBody;
import kz.bagalau.exit.leavers.Announcement.Section;
import kz.bagalau.exit.leavers.Announcement.Unit;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.forms.report.reading.CellFact;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the register writes as Appendix 1 is what the form of Appendix 1 reads.
class AppendixOneWorkbookTest {

    private static final StateBody BODY =
            new StateBody(
                    "min-digital",
                    new LocalText("Министрлік", "Министерство", "Ministry"),
                    BodyKind.OMO,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    100);

    @ParameterizedTest
    @EnumSource(Language.class)
    void p35_theWorkbookIsReadBackByTheForm(Language language) {
        SortedMap<Unit, Counts> rows =
                new TreeMap<>(Comparator.comparing(Unit::section).thenComparing(Unit::name));
        rows.put(new Unit(Section.CENTRAL, "Заң департаменті"), counts(5, 4, 2, 1));
        rows.put(new Unit(Section.CENTRAL, "Персонал «ХР» № 2"), counts(1, 0, 0, 0));
        rows.put(new Unit(Section.TERRITORIAL, "Астана"), counts(3, 3, 1, 1));
        rows.put(new Unit(Section.DEPARTMENT, "Комитет"), counts(0, 0, 4, 2));
        rows.put(new Unit(Section.DEPARTMENT_TERRITORIAL, ""), counts(2, 1, 0, 0));
        byte[] file =
                AppendixOneWorkbook.write(
                        BODY, 2025, new AppendixOne(rows, counts(11, 8, 7, 4), true), language);

        Reading reading = read(file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.facts())
                .extracting(CellFact::fact, CellFact::value)
                .containsExactly(
                        tuple("exit.dismissed", new FactValue.Amount(new BigDecimal("18"))),
                        tuple("exit.interviewed", new FactValue.Amount(new BigDecimal("12"))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void p35_aYearWithoutLeaversIsReadBackToo(Language language) {
        byte[] file =
                AppendixOneWorkbook.write(
                        BODY,
                        2025,
                        new AppendixOne(
                                new TreeMap<>(Comparator.comparing(Unit::section)),
                                counts(0, 0, 0, 0),
                                true),
                        language);

        assertThat(read(file).facts())
                .extracting(CellFact::value)
                .containsOnly(new FactValue.Amount(BigDecimal.ZERO));
    }

    private static Reading read(byte[] file) {
        return Forms.find("appendix-1")
                .orElseThrow()
                .read(file, FileType.XLSX, new ReadingContext(BodyKind.OMO, 2025, Map.of(), 1));
    }

    private static Counts counts(
            int service, int serviceInterviewed, int body, int bodyInterviewed) {
        return new Counts(service, serviceInterviewed, body, bodyInterviewed, 0, 0, 0);
    }
}
