package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.workbook.file.FileType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a workbook looks like, the same content gives the same facts; and whatever is spoilt in
/// it is told in its cell.
final class FormPropertyTest {

    private static final long SEEDS = 12;

    record Case(String form, long seed) {}

    static Stream<Case> cases() {
        return Stream.of("appendix-1", "appendix-2", "appendix-7", "appendix-8", "hr-statistics")
                .flatMap(form ->
                        LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> new Case(form, seed)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameContentGivesTheSameFactsInAnyWorkbook(Case given) {
        Sample sample = Sample.of(given.form(), given.seed());
        Reading reading = sample.written().read(given.form(), FormReadingTest.OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(FormReadingTest.facts(reading)).isEqualTo(sample.facts);
        assertThat(reading.facts()).allSatisfy(fact -> assertThat(fact.cells()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSpoiltValueIsAProblemInItsCell(Case given) {
        Sample sample = Sample.of(given.form(), given.seed());
        Filled filled = sample.written();
        Random random = new Random(given.seed());
        Form form = Forms.find(given.form()).orElseThrow();
        List<String> spoilt = new ArrayList<>();
        for (Table table : form.tables()) {
            List<Map<String, Object>> rows = sample.tables.getOrDefault(table.id(), List.of());
            List<Column> figures =
                    table.columns().stream()
                            .filter(column -> column.type().numeric() && column.required())
                            .toList();
            if (rows.isEmpty() || figures.isEmpty()) {
                continue;
            }
            Column column = figures.get(random.nextInt(figures.size()));
            String at =
                    sample.addresses.getOrDefault(
                            table.id() + "/" + random.nextInt(rows.size()) + "/" + column.id(), "");
            Object value = List.of("он екі", -1, "1 2 3", 5e15, "-").get(random.nextInt(5));
            filled.put(at.substring(0, at.indexOf('!')), at.substring(at.indexOf('!') + 1), value);
            spoilt.add(at);
        }
        Reading reading = form.read(filled.bytes(), FileType.XLSX, FormReadingTest.OMO);
        assertThat(reading.accepted()).isEqualTo(spoilt.isEmpty());
        assertThat(reading.facts()).hasSize(spoilt.isEmpty() ? form.facts().size() : 0);
        assertThat(reading.problems())
                .extracting(problem -> problem.sheet() + "!" + problem.cell())
                .containsAll(spoilt);
    }
}
