package kz.bagalau.forms.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import kz.bagalau.forms.report.AccessEvents.Read;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.worktime.Hours;
import kz.bagalau.rules.worktime.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// November 2025: the 3rd is a Monday, the 8th a Saturday.
final class AccessEventsTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2025, 11);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFilledTemplateGivesTheHoursOfEachUnit(Language language) throws IOException {
        Filled filled =
                example(language)
                        .under("AE1-1", 5, "17")
                        .under("AE1-3", 5, word(language, "кіру", "вход", "in"))
                        .under("AE1-4", 5, "2025-11-08 10:00")
                        .under("AE1-1", 6, "17")
                        .under("AE1-3", 6, word(language, "шығу", "выход", "out"))
                        .under("AE1-4", 6, "2025-11-08 12:30");

        Read read = read(filled);

        assertThat(read.reading().problems()).isEmpty();
        assertThat(read.overtime().orElseThrow().byUnit())
                .containsExactlyEntriesOf(Map.of("Law", hours("PT1H30M", "PT30M", "PT2H30M")));
    }

    @Test
    void numbersAndLookAlikeLettersMeanTheSamePerson() throws IOException {
        Filled filled =
                example(Language.EN)
                        // Latin in the passages, Cyrillic among the persons; a number as text
                        .under("AE2-1", 2, "АВ-12")
                        .under("AE2-2", 2, "Law")
                        .under("AE2-3", 2, "CENTRAL")
                        .under("AE1-1", 3, "AB-12")
                        .under("AE1-4", 3, "03.11.2025 09:00")
                        .under("AE1-1", 4, "AB-12")
                        .under("AE1-4", 4, "03.11.2025 20:00");

        Read read = read(filled);

        assertThat(read.reading().problems()).isEmpty();
        assertThat(read.overtime().orElseThrow().total().weekday())
                .isEqualTo(Duration.parse("PT2H30M"));
    }

    @Test
    void everyProblemIsToldAtItsCell() throws IOException {
        Filled filled =
                example(Language.EN)
                        .under("AE1-1", 3, "99")
                        .under("AE1-4", 3, "2025-11-04 09:00")
                        .under("AE1-1", 4, "17")
                        .under("AE1-4", 4, "2025-12-04 09:00")
                        .under("AE1-1", 5, "17")
                        .under("AE1-4", 5, "in the morning")
                        .under("AE1-1", 6, "17")
                        .under("AE1-3", 6, "sideways")
                        .under("AE1-4", 6, "2025-11-04 09:00")
                        .under("AE1-4", 7, "2025-11-04 09:00")
                        .under("AE2-1", 2, "17")
                        .under("AE2-2", 2, "Law")
                        .under("AE2-3", 2, "other")
                        .under("AE3-1", 2, "Law")
                        .under("AE3-2", 2, "18:30")
                        .under("AE3-3", 2, "09:00")
                        .under("AE3-4", 2, LocalDate.of(2025, 6, 1))
                        .under("AE3-1", 3, "Law")
                        .under("AE3-2", 3, "08:00")
                        .under("AE3-3", 3, "17:30")
                        .under("AE3-4", 3, LocalDate.of(2025, 1, 1));

        Read read = read(filled);

        assertThat(read.overtime()).isEmpty();
        assertThat(read.reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_PERSON " + filled.address("AE1-1", 3),
                        "NOT_IN_MONTH " + filled.address("AE1-4", 4),
                        "NOT_A_MOMENT " + filled.address("AE1-4", 5),
                        "NOT_A_WORD " + filled.address("AE1-3", 6),
                        "VALUE_MISSING " + filled.address("AE1-1", 7),
                        "VALUE_TWICE " + filled.address("AE2-1", 2),
                        "SCHEDULE_TWICE " + filled.address("AE3-1", 3));
    }

    @Test
    void workingTimeMayEndOnTheNextDay_andIsPointedOut() throws IOException {
        Filled filled = example(Language.EN).under("AE3-2", 1, "15:00").under("AE3-3", 1, "24:00");

        Read read = read(filled);

        assertThat(read.reading().problems()).isEmpty();
        // gone at 21:00; half an hour of it under an act
        assertThat(read.overtime().orElseThrow().total()).isEqualTo(Hours.NONE);
        assertThat(read.reading().warnings())
                .extracting(warning -> warning.code() + " " + warning.cell())
                .containsExactly("ENDS_NEXT_DAY " + filled.address("AE3-3", 1));
    }

    @Test
    void aShiftOverNightIsWorkingTime() throws IOException { // docs/law/working-time.md §12, 4
        Filled filled =
                example(Language.EN)
                        .under("AE3-2", 1, "20:00")
                        .under("AE3-3", 1, "08:00")
                        .under("AE1-3", 1, "in")
                        .under("AE1-4", 1, "03.11.2025 20:00")
                        .under("AE1-3", 2, "out")
                        .under("AE1-4", 2, "04.11.2025 08:20");

        Read read = read(filled);

        assertThat(read.reading().problems()).isEmpty();
        assertThat(read.overtime().orElseThrow().listing()).isEmpty();
    }

    @Test
    void nothingStartsAt24() throws IOException {
        Filled filled = example(Language.EN).under("AE3-2", 1, "24:00").under("AE4-3", 1, "24:00");

        assertThat(read(filled).reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactlyInAnyOrder(
                        "NOT_A_TIME " + filled.address("AE3-2", 1),
                        "NOT_A_TIME " + filled.address("AE4-3", 1));
    }

    @Test
    void anActMayEndAtMidnight() throws IOException {
        Filled filled = example(Language.EN).under("AE4-4", 1, "24:00");

        assertThat(read(filled).overtime().orElseThrow().total())
                .isEqualTo(hours("PT0S", "PT2H", "PT0S"));
    }

    /// Start and end in each other's place would take a whole day from what counts.
    @ParameterizedTest
    @CsvSource({
        "19:00, 19:30, false",
        "22:00, 01:00, false",
        "22:00, 10:01, true",
        "19:30, 19:00, true",
        "19:00, 19:00, true",
        "00:00, 24:00, false",
        "19:00, 00:00, false"
    })
    void anActOfMoreThanHalfADayOverMidnightIsPointedOut(String start, String end, boolean named)
            throws IOException {
        Filled filled = example(Language.EN).under("AE4-3", 1, start).under("AE4-4", 1, end);

        Read read = read(filled);

        assertThat(read.reading().problems()).isEmpty();
        assertThat(read.reading().warnings())
                .extracting(warning -> warning.code() + " " + warning.cell())
                .containsExactlyElementsOf(
                        named
                                ? List.of("ACT_ENDS_NEXT_DAY " + filled.address("AE4-4", 1))
                                : List.of());
    }

    @Test
    void hiddenRowsColumnsAndSheetsAreNamed() throws IOException {
        Filled filled = example(Language.EN);
        var passages = filled.book().getSheetAt(0);
        int row = Integer.parseInt(filled.address("AE1-1", 2).replaceAll("[A-Z]", ""));
        passages.getRow(row - 1).setZeroHeight(true);
        passages.setColumnHidden(2, true);
        var copy = filled.book().cloneSheet(0, "last month");
        filled.book().setSheetHidden(filled.book().getSheetIndex(copy), true);

        Read read = read(filled);

        assertThat(read.overtime()).isPresent();
        assertThat(read.reading().warnings())
                .extracting(warning -> warning.code() + " " + warning.message().en())
                .anyMatch(text -> text.startsWith("ROWS_HIDDEN") && text.contains(": " + row + "."))
                .anyMatch(text -> text.startsWith("COLUMNS_HIDDEN") && text.contains(": C."))
                .anyMatch(text -> text.startsWith("SHEET_HIDDEN") && text.contains("last month"));
    }

    @Test
    void twoColumnsOfOneCodeAreAProblem() throws IOException {
        Filled filled = example(Language.EN);
        int row = Integer.parseInt(filled.address("AE1-4", 0).replaceAll("[A-Z]", ""));
        filled.put("Passages", "F" + row, "AE1-4");

        assertThat(read(filled).reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .contains("COLUMN_TWICE F" + row);
    }

    @Test
    void passagesWithAnOffsetAreThoseOfAlmaty() throws IOException {
        String csv =
                """
                person;unit;scope
                17;Law;CENTRAL
                person or unit;start;end;valid from
                Law;09:00;18:30;2025-01-01
                Time;Person;Direction
                2025-11-03T04:00Z;17;in
                2025-11-03T15:00:00+00:00;17;out
                2025-11-04T09:00+05:00;17;in
                2025-11-04T19:30:00.000+05:00;17;out
                """;

        Read read = read(csv.getBytes(UTF_8), FileType.CSV);

        assertThat(read.reading().problems()).isEmpty();
        // 15:00 UTC is 20:00: an hour, and half an hour of the next day
        assertThat(read.overtime().orElseThrow().total())
                .isEqualTo(hours("PT1H30M", "PT0S", "PT0S"));
    }

    /// docs/law/working-time.md §12, 6: 19:30Z is half past midnight of the next day.
    @Test
    void aPassageLateInTheDayOfUtcIsOfTheNextDay() throws IOException {
        String csv =
                """
                person;unit;scope
                17;Law;CENTRAL
                person or unit;start;end;valid from
                Law;09:00;18:30;2025-01-01
                Time;Person;Direction
                2025-11-03T04:00Z;17;in
                2025-11-03T19:30Z;17;out
                """;

        Read read = read(csv.getBytes(UTF_8), FileType.CSV);

        assertThat(read.reading().problems()).isEmpty();
        assertThat(read.overtime().orElseThrow().listing())
                .extracting(one -> one.day().date() + " " + one.day().counted())
                .containsExactly("2025-11-03 PT5H", "2025-11-04 PT30M");
    }

    @Test
    void passagesOfTheDaysAroundAreTheOtherEndsOfItsStays() throws IOException {
        // The 30th is a Sunday. Whoever left on the 1st of December need not be of this report.
        Filled filled =
                example(Language.EN)
                        .under("AE1-1", 3, "17")
                        .under("AE1-3", 3, "in")
                        .under("AE1-4", 3, "30.11.2025 20:00")
                        .under("AE1-1", 4, "17")
                        .under("AE1-3", 4, "out")
                        .under("AE1-4", 4, "01.12.2025 08:00")
                        .under("AE1-1", 5, "99")
                        .under("AE1-4", 5, "01.12.2025 09:00")
                        .under("AE1-1", 6, "17")
                        .under("AE1-4", 6, "02.12.2025 04:00");

        assertThat(read(filled).reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactly("NOT_IN_MONTH " + filled.address("AE1-4", 6));
        Read read = read(filled.under("AE1-1", 6, "").under("AE1-4", 6, ""));
        // On the 30th 4 hours of a day off, on the 1st 8 of the evening before a working day
        assertThat(read.overtime().orElseThrow().total())
                .isEqualTo(hours("PT9H30M", "PT30M", "PT4H"));
    }

    @Test
    void passagesOfOtherMonthsAloneAreNone() throws IOException {
        Filled filled =
                example(Language.EN)
                        .under("AE1-4", 1, "01.12.2025 08:55")
                        .under("AE1-4", 2, "01.12.2025 18:00");

        assertThat(read(filled).reading().problems())
                .extracting(FormProblem::code)
                .containsExactly(FormProblem.Code.TABLE_WITHOUT_ROWS);
    }

    @Test
    void aDayWithoutItsTimeIsNoPassage() throws IOException {
        Filled filled =
                example(Language.EN)
                        .under("AE1-1", 3, "17")
                        .under("AE1-4", 3, "04.11.2025")
                        .under("AE1-1", 4, "17")
                        .under("AE1-4", 4, "04.11.2025 00:00");

        assertThat(read(filled).reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactly("NOT_A_MOMENT " + filled.address("AE1-4", 3));
    }

    @Test
    void dateCellsAloneAreAnExportWithoutTimes() throws IOException {
        Filled filled =
                example(Language.EN)
                        .under("AE1-4", 1, LocalDate.of(2025, 11, 3))
                        .under("AE1-4", 2, LocalDate.of(2025, 11, 4));

        Read read = read(filled);

        assertThat(read.overtime()).isEmpty();
        assertThat(read.reading().problems())
                .extracting(FormProblem::code)
                .containsExactly(FormProblem.Code.ALL_AT_MIDNIGHT);
    }

    @Test
    void anActOfAnotherMonthIsNamed() throws IOException {
        Filled filled = example(Language.EN).under("AE4-2", 1, LocalDate.of(2024, 11, 3));

        assertThat(read(filled).reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactly("NOT_IN_MONTH " + filled.address("AE4-2", 1));
    }

    @Test
    void workingTimeOfNobodyIsTold() throws IOException {
        Filled filled =
                example(Language.EN)
                        .under("AE3-1", 2, "Lawyers")
                        .under("AE3-2", 2, "08:00")
                        .under("AE3-3", 2, "17:30")
                        .under("AE3-4", 2, LocalDate.of(2025, 1, 1));

        Read read = read(filled);

        assertThat(read.overtime()).isPresent();
        assertThat(read.reading().warnings())
                .extracting(problem -> problem.code() + " " + problem.message().en())
                .containsExactly(
                        "SCHEDULE_OF_NOBODY Rows of working time that belong to no person or unit and were not applied: 1.");
    }

    @Test
    void whoeverCameAndHasNoWorkingHoursIsNamed() throws IOException {
        Filled filled = example(Language.EN).under("AE3-1", 1, "Another unit");

        Read read = read(filled);

        assertThat(read.reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactly("NO_SCHEDULE " + filled.address("AE1-1", 1));
        assertThat(read.overtime()).isEmpty();
    }

    @Test
    void aCsvFileHasItsTablesOneBelowTheOther() throws IOException {
        String csv =
                """
                person;unit;scope
                17;Law;CENTRAL
                person or unit;start;end;valid from
                Law;09:00;18:30;2025-01-01

                Time;Person;Direction;Door
                2025-11-03T09:00;17;in;A
                2025-11-04T01:30;17;out;A
                2025-11-01T00:30;17;out;A
                person;date;from;to;number of the act
                17;2025-11-03;22:00;01:00;№ 5
                """;

        Read read = read(csv.getBytes(UTF_8), FileType.CSV);

        assertThat(read.reading().problems()).isEmpty();
        assertThat(read.overtime().orElseThrow().total())
                .isEqualTo(hours("PT3H30M", "PT3H", "PT0S"));
        assertThat(read.reading().warnings())
                .extracting(FormProblem::code)
                .containsExactly(FormProblem.Code.NEIGHBOURING);
    }

    /// Whoever sorts a sheet with its headings leaves entries above them.
    @ParameterizedTest
    @CsvSource({
        "'Law;09:00;18:30;2025-01-01|person or unit;start;end;valid from', true",
        "'17;2025-11-03;22:00;23:00;№ 5|person;date;from;to;number of the act', true",
        "'18;Law;CENTRAL|person;unit;scope|17;Law;CENTRAL', true",
        "'17;2025-11-03T21:00|person;time|17;2025-11-03T20:00|17;2025-11-03T20:10|17;2025-11-03T20:20|17;2025-11-03T20:30', true",
        "'Formed on;2025-11-03T21:00|person;time|17;2025-11-03T20:00|17;2025-11-03T20:10|17;2025-11-03T20:20|17;2025-11-03T20:30', false", // a title
        "'Work time;2025|of;the;department|person or unit;start;end;valid from', false"
    })
    void anEntryAboveTheHeadingsIsNamed_andATitleIsNone(String first, boolean named)
            throws IOException {
        String persons = "person;unit;scope\n17;Law;CENTRAL\n";
        String csv =
                first.replace('|', '\n')
                        + "\n"
                        + (first.contains("person;unit;scope") ? "" : persons)
                        + "person or unit;start;end;valid from\nLaw;09:00;18:30;2025-01-01\n"
                        + "person;time\n17;2025-11-03T09:00\n17;2025-11-03T19:30\n";

        assertThat(read(csv.getBytes(UTF_8), FileType.CSV).reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .isEqualTo(named ? List.of("ROW_NOT_READ A1") : List.of());
    }

    @Test
    void aNameOfAPersonAndOfAUnitHasNoWorkingTime() throws IOException {
        String csv =
                """
                person;unit;scope
                1;2;CENTRAL
                17;1;CENTRAL
                person or unit;start;end;valid from
                1;08:00;17:00;2025-01-01
                2;09:00;18:30;2025-01-01
                person;time
                1;2025-11-03T09:00
                1;2025-11-03T19:30
                """;

        assertThat(read(csv.getBytes(UTF_8), FileType.CSV).reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactly("SCHEDULE_OF_TWO A5");
    }

    @Test
    void missingTablesAreNamed() throws IOException {
        Read read = read("person;time\n17;2025-11-03T09:00\n".getBytes(UTF_8), FileType.CSV);

        assertThat(read.reading().problems())
                .extracting(FormProblem::name)
                .contains("TABLE_MISSING", "UNKNOWN_PERSON");
    }

    @Test
    void aHostileFileIsRefused() throws IOException {
        assertThat(read("not a workbook".getBytes(UTF_8), FileType.XLSX).reading().accepted())
                .isFalse();
    }

    /// One person of the unit Law who stayed until 21:00 on the 3rd, half an hour of it by an act.
    private static Filled example(Language language) {
        return Filled.template("access-events", language)
                .under("AE1-1", 1, 17)
                .under("AE1-3", 1, word(language, "кіру", "вход", "in"))
                .under("AE1-4", 1, "03.11.2025 08:55")
                .under("AE1-1", 2, "17")
                .under("AE1-3", 2, word(language, "шығу", "выход", "out"))
                .under("AE1-4", 2, "03.11.2025 21:00")
                .under("AE2-1", 1, "17")
                .under("AE2-2", 1, "Law")
                .under("AE2-3", 1, "CENTRAL")
                .under("AE3-1", 1, "Law")
                .under("AE3-2", 1, "09:00")
                .under("AE3-3", 1, "18:30")
                .under("AE3-4", 1, LocalDate.of(2025, 1, 1))
                .under("AE4-1", 1, "17")
                .under("AE4-2", 1, LocalDate.of(2025, 11, 3))
                .under("AE4-3", 1, "19:00")
                .under("AE4-4", 1, "19:30")
                .under("AE4-5", 1, "№ 12");
    }

    private static String word(Language language, String kk, String ru, String en) {
        return switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }

    private Read read(Filled filled) throws IOException {
        return read(filled.bytes(), FileType.XLSX);
    }

    private Read read(byte[] bytes, FileType type) throws IOException {
        Path file = Files.write(folder.resolve("events." + type.extension()), bytes);
        return AccessEvents.read(
                file, type, NOVEMBER, WorkingCalendar.published().year(2025), new Schedule());
    }

    private static Hours hours(String weekday, String authorised, String weekend) {
        return new Hours(
                Duration.parse(weekday),
                Duration.parse(authorised),
                Duration.parse(weekend),
                Duration.ZERO);
    }
}
