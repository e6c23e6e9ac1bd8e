package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.reading.CellFact;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Worked examples of every form, filled in with another program than ours.
final class FormReadingTest {

    static final ReadingContext OMO = new ReadingContext(BodyKind.OMO, 2025, Map.of(), 1);
    static final ReadingContext ZHAO = new ReadingContext(BodyKind.ZHAO, 2025, Map.of(), 1);

    /// The Kazakh template, opened, filled in and saved by LibreOffice 7.4; the number of people in
    /// A7-u is a formula there.
    @Test
    void appendix7_whatLibreOfficeSaved_isReadCellByCell() throws Exception {
        Path file =
                Path.of(
                        Objects.requireNonNull(
                                        FormReadingTest.class.getResource(
                                                "libreoffice-appendix-7.xlsx"))
                                .toURI());
        Reading reading = Forms.find("appendix-7").orElseThrow().read(file, FileType.XLSX, OMO);

        assertThat(reading.problems()).isEmpty();
        assertThat(facts(reading))
                .hasSize(11)
                .containsEntry("staff.phd", "3")
                .containsEntry("staff.unique_persons", "12");
        assertThat(reading.facts())
                .filteredOn(fact -> fact.fact().equals("staff.phd"))
                .extracting(CellFact::cells)
                .containsExactly("F9");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void appendix1_countsTheLeavesOfSections(Language language) {
        Reading reading = appendix1(language).read("appendix-1", OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(facts(reading))
                .isEqualTo(Map.of("exit.dismissed", "24", "exit.interviewed", "18"));
        CellFact dismissed = reading.facts().getFirst();
        assertThat(dismissed.sheet())
                .isEqualTo(
                        Forms.find("appendix-1")
                                .orElseThrow()
                                .tables()
                                .getFirst()
                                .sheet()
                                .in(language));
        assertThat(dismissed.cells()).matches("C\\d+:C\\d+, C\\d+, E\\d+:E\\d+, E\\d+");
    }

    @Test
    void appendix1_aPrintedTotalThatDiffersIsAProblemInItsCell() {
        Filled filled = appendix1(Language.KK);
        int total = row(filled, "Жиыны");
        filled.put("1-қосымша", "C" + total, 15).put("1-қосымша", "E" + total, "10");
        Reading reading = filled.read("appendix-1", OMO);
        assertThat(problems(reading)).containsExactly("TOTAL_DIFFERS C" + total);
        assertThat(reading.problems().getFirst().message().kk()).contains("15").contains("14");
        assertThat(reading.facts()).isEmpty();
    }

    @Test
    void appendix1_aSectionMayStandForItselfOrSumUpItsUnits() {
        Filled filled = appendix1(Language.RU);
        int section = row(filled, "Центральный аппарат");
        String sheet = "Приложение 1";
        filled.put(sheet, "C" + section, 9);
        assertThat(problems(filled.read("appendix-1", OMO)))
                .containsExactly("TOTAL_DIFFERS C" + section);
        filled.put(sheet, "C" + section, 10);
        assertThat(filled.read("appendix-1", OMO).problems()).isEmpty();

        Filled alone = Filled.template("appendix-1", Language.RU);
        int central = row(alone, "Центральный аппарат");
        for (String column : List.of("C", "D", "E", "F")) {
            alone.put(sheet, column + central, 3);
        }
        assertThat(facts(alone.read("appendix-1", OMO)))
                .isEqualTo(Map.of("exit.dismissed", "6", "exit.interviewed", "6"));
    }

    @Test
    void appendix1_numberedUnitsAreSummedUpByTheirParent() {
        Filled filled = Filled.template("appendix-1", Language.EN);
        unit(filled, 2, "1.1", "Department A", 5, 4, 0, 0);
        unit(filled, 3, "1.1.1", "Directorate A1", 2, 2, 0, 0);
        unit(filled, 4, "1.1.2", "Directorate A2", 3, 2, 0, 0);
        unit(filled, 5, "1.2", "Department B", 1, 1, 0, 0);
        assertThat(facts(filled.read("appendix-1", OMO)))
                .isEqualTo(Map.of("exit.dismissed", "6", "exit.interviewed", "5"));
        filled.under("A1-3", 4, 4);
        assertThat(problems(filled.read("appendix-1", OMO)))
                .containsExactly("TOTAL_DIFFERS " + filled.address("A1-3", 2));
    }

    @Test
    void appendix1_everyProblemIsToldAtOnceInItsCell() {
        Filled filled = Filled.template("appendix-1", Language.EN);
        unit(filled, 2, "", "Department A", 5, 6, 1, 0);
        unit(filled, 3, "", "Department B", "five", 1.5, -1, "#");
        filled.under("A1-2", 4, "Department C");
        filled.under("A1-3", 5, 1);
        Reading reading = filled.read("appendix-1", OMO);
        assertThat(problems(reading))
                .containsExactlyInAnyOrder(
                        "PART_GREATER " + filled.address("A1-4", 2),
                        "NOT_A_NUMBER " + filled.address("A1-3", 3),
                        "NOT_WHOLE " + filled.address("A1-4", 3),
                        "NEGATIVE " + filled.address("A1-5", 3),
                        "NOT_A_NUMBER " + filled.address("A1-6", 3),
                        "NO_FIGURES " + filled.address("A1-3", 4),
                        "VALUE_MISSING " + filled.address("A1-2", 5),
                        "FIGURE_MISSING " + filled.address("A1-4", 5),
                        "FIGURE_MISSING " + filled.address("A1-5", 5),
                        "FIGURE_MISSING " + filled.address("A1-6", 5));
        assertThat(reading.incomplete()).isTrue();
    }

    @Test
    void appendix1_asPrintedInTheOrderWithItsMisreadLetters() {
        Filled filled = Filled.blank();
        String sheet = "Лист1";
        String[] headings = {
            "№ р/с",
            "Күрылымдық бөлімшенің атауы",
            "Есептік кезенде мемлекеттік қызмет жүйесінен жұмыстан босатылған мемлекеттік әкімшілік қызметшілердің саны",
            "Мемлекеттік қызмет жүйесінен жұмыстан босатылған мемлекеттік әкімшілік қызметшілердің есептік кезенде Әдістеменің 12-косымшасына сәйкес нысан бойынша шығу сұхбатын толтыргандардың саны",
            "Есептік кезенде мемлекеттік орган жүйесінен жұмыстан босатылған мемлекеттік әкімшілік қызметшілердің есептік кезенде Әдістеменің 12-косымшасына сәйкес нысан бойынша шығу сұхбатын толтыргандардың саны",
            "Мемлекеттік орган жүйесінен жұмыстан босатылған мемлекеттік әкімшілік қызметшілердің есептік кезенде Әдістеменің 12-косымшасына сәйкес нысан бойынша шығу сұхбатын толтыргандардың саны"
        };
        for (int i = 0; i < headings.length; i++) {
            filled.put(sheet, (char) ('A' + i) + "5", headings[i]);
            filled.put(sheet, (char) ('A' + i) + "6", i + 1);
        }
        filled.put(sheet, "A3", "Шығу сұхбатының нәтижелері туралы ақпарат");
        filled.put(sheet, "A7", 1)
                .put(
                        sheet,
                        "B7",
                        "Мемлекеттік органның орталық аппараты, әкім аппараты (ақпарат департаменттер, басқармаларбөлігінде және тағы да басқа түрде беріледі)");
        filled.put(sheet, "B8", "Департаменттің атауы");
        row(filled, sheet, 9, "", "Кадр департаменті", 4, 3, 2, 1);
        filled.put(sheet, "B10", "...");
        filled.put(
                sheet, "B11", "Мемлекеттік органның аумақтық бөлімшелері, әкімдіктің басқармалары");
        row(filled, sheet, 12, "", "Алматы бөлімшесі", "1 000", "10", 0, 0);
        filled.put(sheet, "A13", 2)
                .put(sheet, "B13", "Мемлекеттік органның ведомстволары (басқарма және т.б.)");
        row(filled, sheet, 14, "", "Ведомствоның аумақтық бөлімшелері", 1, 1, 1, 1);
        row(filled, sheet, 15, "", "Жиыны", 1005, 14, 3, 2);
        filled.put(sheet, "A17", "Есеп \"MSExcel\" форматында дайындалады.");
        filled.put(sheet, "A18", "Мемлекеттік органның басшысы _____").put(sheet, "C18", 77);
        assertThat(problems(filled.read("appendix-1", OMO))).containsExactly("ROW_NOT_READ A18");
        filled.put(sheet, "C18", "77-12-34");
        Reading reading = filled.read("appendix-1", OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(facts(reading))
                .isEqualTo(Map.of("exit.dismissed", "1008", "exit.interviewed", "16"));
        assertThat(reading.facts().getFirst().cells()).isEqualTo("C9, C12, C14, E9, E12, E14");
    }

    /// For some programs it is one thousand, for others one with three decimals.
    @ParameterizedTest
    @ValueSource(strings = {"1,000", "1.000", "12,000", "'1.000"})
    void aCountThatMayBeAThousandTimesAsMuch_isRefused(String count) {
        Filled filled = Filled.template("appendix-1", Language.RU);
        unit(filled, 2, "", "Департамент", count, 0, 0, 0);

        assertThat(problems(filled.read("appendix-1", OMO)))
                .contains("NOT_WHOLE " + filled.address("A1-3", 2));
    }

    @ParameterizedTest
    @CsvSource({"'1,0', 1", "'1,00', 1", "0.000, 0", "1 000, 1000", "10, 10"})
    void aCountThatIsOnlyOneNumber_isRead(String count, String read) {
        Filled filled = Filled.template("appendix-1", Language.RU);
        unit(filled, 2, "", "Департамент", count, 0, 0, 0);

        assertThat(facts(filled.read("appendix-1", OMO))).containsEntry("exit.dismissed", read);
    }

    /// Without candidates a competition is deemed not held and is not counted.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "№ 5, эксперт (кандидатов нет)",
                "№ 5, эксперт – не состоялся",
                "№ 5, эксперт, признан несостоявшимся",
                "№ 5, сарапшы (Кандидаттар болмаған, өткізілмеді)",
                "№ 5, expert: NO CANDIDATES"
            })
    void appendix2_aCompetitionThatWasNotHeld_isRefusedByName(String text) {
        Filled filled = appendix2(Language.RU);
        competition(filled, 4, text, "", "+", "", "+");

        assertThat(problems(filled.read("appendix-2", ZHAO)))
                .containsExactly("ROW_NOT_READ " + filled.address("A2-2", 4));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void appendix2_countsCompetitionsWithObserversAndRecordings(Language language) {
        Reading reading = appendix2(language).read("appendix-2", ZHAO);
        assertThat(reading.problems()).isEmpty();
        assertThat(facts(reading))
                .isEqualTo(
                        Map.of(
                                "competitions.held",
                                "4",
                                "competitions.observed",
                                "2",
                                "competitions.recorded",
                                "3"));
    }

    @Test
    void appendix2_exactlyOneMarkIsNeededOfYesAndNo() {
        Filled filled = appendix2(Language.EN);
        filled.under("A2-3", 3, "+").under("A2-4", 3, "+");
        filled.under("A2-5", 2, "").under("A2-6", 2, "");
        filled.under("A2-6", 4, "maybe");
        assertThat(problems(filled.read("appendix-2", OMO)))
                .containsExactlyInAnyOrder(
                        "MARK_TWICE " + filled.address("A2-4", 3),
                        "MARK_MISSING " + filled.address("A2-5", 2),
                        "NOT_A_MARK " + filled.address("A2-6", 4),
                        "MARK_MISSING " + filled.address("A2-3", 4),
                        "VALUE_MISSING " + filled.address("A2-2", 4));
    }

    @Test
    void appendix2_statedCountsHaveToBeThoseOfTheRows() {
        Filled filled = appendix2(Language.EN);
        int held = row(filled, "All competitions held in the period");
        int recorded = row(filled, "With video recording");
        filled.put("Appendix 2", "C" + held, 4).put("Appendix 2", "C" + recorded, 2);
        assertThat(problems(filled.read("appendix-2", OMO)))
                .containsExactly("STATED_DIFFERS C" + recorded);
    }

    @Test
    void appendix2_withoutRowsHasToSayThatNoneWereHeld() {
        Filled filled = Filled.template("appendix-2", Language.EN);
        Reading empty = filled.read("appendix-2", OMO);
        assertThat(empty.problems())
                .extracting(FormProblem::code)
                .containsExactly(Code.TABLE_EMPTY);
        assertThat(empty.incomplete()).isTrue();
        filled.put("Appendix 2", "C" + row(filled, "All competitions held in the period"), 0);
        assertThat(facts(filled.read("appendix-2", OMO))).containsEntry("competitions.held", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "x", "Х", "✓", "иә", "Да", "YES", "1", "v"})
    void appendix2_anyUsualMarkIsOne(String mark) {
        Filled filled = Filled.template("appendix-2", Language.RU);
        competition(filled, 2, "Протокол 1", mark, "", mark, "-");
        assertThat(facts(filled.read("appendix-2", OMO)))
                .isEqualTo(
                        Map.of(
                                "competitions.held",
                                "1",
                                "competitions.observed",
                                "1",
                                "competitions.recorded",
                                "1"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void appendix7_sumsWhatUnitsHave(Language language) {
        Reading reading = appendix7(language).read("appendix-7", withHeadcount(120, 121));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        assertThat(facts(reading))
                .isEqualTo(
                        Map.of(
                                "staff.candidates",
                                "2",
                                "staff.doctors",
                                "0",
                                "staff.phd",
                                "3",
                                "staff.academy",
                                "4",
                                "staff.bolashak",
                                "6",
                                "staff.nazarbayev",
                                "5",
                                "staff.foreign",
                                "4",
                                "staff.postgraduate",
                                "1",
                                "staff.reserve",
                                "1",
                                "staff.masters",
                                "30"));
    }

    @Test
    void appendix7_anAverageThatIsNotThatOfTheMonthsIsAnErrorInItsCell() {
        Filled filled = appendix7(Language.RU);
        Reading reading = filled.read("appendix-7", withHeadcount(120, 122));
        assertThat(problems(reading))
                .containsExactly("HEADCOUNT_DIFFERS " + filled.address("A7-z", 3));
        assertThat(reading.problems().getFirst().message().ru())
                .contains("120.5")
                .contains("121.00");
    }

    @Test
    void appendix7_uniquePersonsAreAFactWhereStated() {
        Filled filled = appendix7(Language.KK);
        filled.under("A7-u", 2, 20).under("A7-u", 3, 5);
        assertThat(facts(filled.read("appendix-7", OMO)))
                .containsEntry("staff.unique_persons", "25");
    }

    @Test
    void appendix7_moreThanTheUnitHasIsPointedOut() {
        Filled filled = appendix7(Language.EN);
        filled.under("A7-j", 3, 21);
        Reading reading = filled.read("appendix-7", OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.warnings())
                .extracting(FormProblem::cell)
                .containsExactly(filled.address("A7-j", 3));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void appendix8_givesFactsAndAids(Language language) {
        Reading reading = appendix8(language).read("appendix-8", OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(facts(reading))
                .isEqualTo(
                        Map.of(
                                "it.unit_staff",
                                "16",
                                "it.unit_educated",
                                "12",
                                "it.employees",
                                "180",
                                "it.trained",
                                "45",
                                "it.indicators",
                                "64",
                                "it.indicators_automatic",
                                "40"));
        assertThat(plain(reading.aids()))
                .containsEntry("systems.listed", "2")
                .containsEntry("systems.mean_currency", "92.5")
                .containsEntry("systems.records", "1200")
                .containsEntry("functions.listed", "3")
                .containsEntry("functions.automated", "2")
                .containsEntry("contracts.listed", "2")
                .containsEntry("contracts.sum", "2000000.5")
                .containsEntry("contracts.local_sum", "500000")
                .containsEntry("contracts.local_share", "24.999993750002")
                .containsEntry("unused.listed", "1")
                .containsEntry("unused.documented", "0");
    }

    @Test
    void appendix8_ofALocalBodyHasNoRegisterOfIndicators() {
        Filled filled =
                Filled.of(
                        Forms.find("appendix-8")
                                .orElseThrow()
                                .template(Language.KK, BodyKind.ZHAO));
        assertThat(filled.book().getSheet("6-кесте")).isNull();
        fill8(filled, false);
        Reading reading = filled.read("appendix-8", ZHAO);
        assertThat(reading.problems()).isEmpty();
        assertThat(facts(reading))
                .doesNotContainKey("it.indicators")
                .containsEntry("it.trained", "45");
        Reading full = appendix8(Language.KK).read("appendix-8", ZHAO);
        assertThat(full.warnings())
                .extracting(FormProblem::code)
                .containsExactly(Code.TABLE_NOT_ASKED);
        assertThat(facts(full)).doesNotContainKey("it.indicators");
        assertThat(filled.read("appendix-8", OMO).problems())
                .extracting(FormProblem::code)
                .containsExactly(Code.TABLE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ДСП",
                "ҚБП",
                "қбпү",
                "Портал (ДСП)",
                "для служебного пользования",
                "Жүйе, ҚБПУ",
                "ДCП"
            })
    void appendix8_rowsForOfficialUseAreCountedAsExcludedAndLeaveNothingBehind(String mark) {
        Filled filled = appendix8(Language.RU);
        filled.under("A8.1-2", 3, "Құпия жүйесі")
                .under("A8.1-3", 3, "900")
                .under("A8.1-5", 3, mark);
        filled.under("A8.2-2", 4, "9").under("A8.2-3", 4, "Құпия функция").under("A8.2-d", 4, "+");
        filled.under("A8.7-2", 2, "Құпия " + mark);
        Reading reading = filled.read("appendix-8", OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.excluded()).isEqualTo(Map.of(Reading.OFFICIAL_USE, 3));
        assertThat(plain(reading.aids()))
                .containsEntry("systems.listed", "2")
                .containsEntry("functions.listed", "3")
                .containsEntry("unused.listed", "1");
        assertThat(reading.toString()).doesNotContain("Құпия");
    }

    @Test
    void appendix8_aContractForOfficialUseIsExcludedAsAColumn() {
        Filled filled = appendix8(Language.RU);
        filled.put("Таблица 5", "E" + row(filled, "Номер договора"), "Құпия келісімшарт");
        filled.put("Таблица 5", "E" + row(filled, "Таблица 5", "Пометка ДСП"), "+");
        Reading reading = filled.read("appendix-8", OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.excluded()).isEqualTo(Map.of(Reading.OFFICIAL_USE, 1));
        assertThat(plain(reading.aids())).containsEntry("contracts.listed", "2");
    }

    @Test
    void appendix8_partsAreNotGreaterThanTheirWhole() {
        Filled filled = appendix8(Language.EN);
        filled.under("A8.3-3", 1, 17).under("A8.4-3", 1, 181).under("A8.6-3", 1, 65);
        int local = row(filled, "Contract sum according");
        filled.put("Table 5", "C" + local, 9_000_000);
        filled.put("Table 5", "D" + row(filled, "Supplier's BIN"), "12345678901");
        assertThat(problems(filled.read("appendix-8", OMO)))
                .containsExactlyInAnyOrder(
                        "PART_GREATER " + filled.address("A8.3-3", 1),
                        "PART_GREATER " + filled.address("A8.4-3", 1),
                        "PART_GREATER " + filled.address("A8.6-3", 1),
                        "PART_GREATER C" + local,
                        "NOT_A_BIN D" + row(filled, "Supplier's BIN"));
    }

    @Test
    void appendix8_scansThatAreMissingArePointedOut() {
        Reading reading =
                appendix8(Language.EN)
                        .read("appendix-8", new ReadingContext(BodyKind.OMO, 2025, Map.of(), 0));
        assertThat(reading.accepted()).isTrue();
        assertThat(reading.warnings())
                .extracting(FormProblem::code)
                .containsOnly(Code.SCAN_MISSING)
                .hasSize(3);
    }

    @Test
    void appendix8_asPrintedOnOneSheet() {
        Filled filled = Filled.blank();
        String s = "Есеп";
        line(filled, s, 1, "Ақпараттық технологияларды қолдану бойынша есеп");
        line(
                filled,
                s,
                3,
                "1-кесте. \"Ақпараттық жүйелер мен деректер қорындағы мәліметтердің өзектілігі\" өлшемшарты бойынша");
        line(
                filled,
                s,
                4,
                "№ р/с",
                "Ақпараттық жүйенін/деректер қорының атауы",
                "Ағымдағы деректердің өзектілік деңгейі (%)",
                "Жүйеде/деректер қорындағы жазбалардың жалпы саны",
                "Сакталған деректер объектілерінің тізімі");
        line(filled, s, 5, 1, 2, 3, 4, 5);
        line(filled, s, 6, 1, "Е-өтініш", "95%", "1 200", "өтініштер");
        line(
                filled,
                s,
                8,
                "2-кесте. \"Мемлекеттік органдардың функцияларын автоматтандыру\" өлшемшарты бойынша");
        line(
                filled,
                s,
                9,
                "№ р/с",
                "Мемлекеттік органның Ережесіндегі",
                "",
                "Келесі жүйелер арқылы автоматтандырылған:");
        line(
                filled,
                s,
                10,
                "",
                "функция нөмірі",
                "Мемлекеттік органның функциясы",
                "Мемлекеттік органның немесе оның ведомстволық багынысты ұйымдарының ақпараттық жүйелерінің атауы",
                "Ақпараттандырудың сервистік моделі шенберінде іске асырылатын АТ функциялар және сервистік бағдарламалық өнімдерінің атауы",
                "Басқа мемлекеттік органдардың ақпараттық жүйелерінің немесе оларға багынысты ұйымдардың ақпараттық жүйелерінің атауы",
                "Мемлекеттік-жекеменшік серіктестік жобалары шенберінде iске асырылатын ақпараттық жүйелердің атауы");
        line(filled, s, 11, 1, 2, 3, 4, 5, 6, 7);
        line(filled, s, 12, 1, "15.1", "Лицензия беру", "Е-өтініш", "жоқ", "-", "");
        line(filled, s, 13, 2, "15.2", "Тіркеу", "", "", "", "");
        line(
                filled,
                s,
                14,
                "Автоматтандыруға жататын функциялардың тізімін, сондай-ақ бағаланатын мемлекеттік органның ішкі нормативтік актісімен бекітілген сканерленген нұсқасын қоса береді.");
        line(
                filled,
                s,
                16,
                "3-кесте. \"Ақпараттық технологиялар саласындағы білімі бар цифрландыру жөніндегі құрылымдық бөлімшедегі кадрлар саны\" өлшемшарты бойынша");
        line(
                filled,
                s,
                17,
                "№ р/с",
                "Цифрландыру бойынша құрылымдық бөлімшедегі жалпы қызметкерлер саны",
                "Ақпараттық технологиялар саласындағы білімі бар цифрландыру бойынша құрылымдық бөлімшедегі қызметкерлер саны");
        line(filled, s, 18, 1, 2, 3);
        line(filled, s, 19, 1, 16, 12);
        line(
                filled,
                s,
                21,
                "4-кесте. \"АКТ дағдылары бойынша курстардан (оның ішінде онлайн) өткен қызметкерлер саны\" өлшемшарты бойынша");
        line(
                filled,
                s,
                22,
                "№ р/с",
                "Мемлекеттік органдары жалпы қызметкерлер саны",
                "АКТ дағдылары бойынша курстарды (соның ішінде онлайн) өткен мемлекеттік органдары қызметкерлер саны");
        line(filled, s, 23, 1, 2, 3);
        line(filled, s, 24, 1, 180, 45);
        line(
                filled,
                s,
                26,
                "5-кесте. \"Мемлекеттік органдардың ақпараттық жүйелеріндегі жергілікті қамтуудың үлесі\" өлшемшарты бойынша");
        line(filled, s, 27, "№ р/с", "Параметр атауы", "");
        Object[][] contract = {
            {"Келісімшарт нөмірі", "12-А"},
            {"Сайыстың өткізулу мерзімі", "02.2025"},
            {"Келісімшарттың жалпы сомасы", "1 000 000,50"},
            {"Сатып алу мерзімі", "2025"},
            {"Сатып алу әдісі", "конкурс"},
            {"Санат (өнім, жұмыс немесе қызмет)", "қызмет"},
            {"Тұтынушы (атауы)", "Министрлік"},
            {"Тапсырыс берушінің БСН", "001240000123"},
            {"Жабдықтаушы", "ЖШС"},
            {"Жабдықтаушиның БСН", "990140000456"},
            {"Жергілікті қамтудың денгейіне сәйкес келісімшарт соммасы", 250000},
            {"Өтінімге сәйкес, жергілікті қамтудың денгейі", "25 %"},
            {
                "Келісумшарттың статусы (орындалды, орындалған жоқ, сатып алу жойылды және т.б.)",
                "орындалды"
            }
        };
        for (int i = 0; i < contract.length; i++) {
            line(filled, s, 28 + i, (i + 1) + ".", contract[i][0], contract[i][1]);
        }
        line(
                filled,
                s,
                42,
                "6-кесте. \"Мемлекеттік органның саласы бойынша деректер мен көрсеткіштер тізілімі\" өлшемшарты бойынша");
        line(
                filled,
                s,
                43,
                "№ p/c",
                "Мемлекеттік органның жалпы көрсеткіштер саны",
                "Есептік кезеңдегі мемлекеттік органның автоматты түрде қалыптастырылған көрсеткіштер саны");
        line(filled, s, 44, 1, 2, 3);
        line(filled, s, 45, 1, 64, 40);
        line(
                filled,
                s,
                47,
                "7-кесте. \"Қолданылмайтын ақпараттық жүйелер мен деректер қорларының болуы\" өлшемшарты бойынша\"");
        line(
                filled,
                s,
                48,
                "№ p/c",
                "Ақпараттық жүйенің атауы",
                "Баланс ұстаушы",
                "Функцияларды автоматтандырудада жүйені қолдану *",
                "Мемлекеттік қызметтерді автоматтандырудада жүйені қолдану *",
                "Қазақстан Республикасының заңнамасына сәйкес ақпараттық жүйенің жұмысының тоқтатылғандығын растайтын құжат **",
                "Ақпараттық жүйенің жұмысын тоқтатудың себебі");
        line(filled, s, 49, 1, 2, 3, 4, 5, 6, 7);
        line(filled, s, 50, 1, "Ескі портал", "Министрлік", "", "", "№ 5 бұйрық", "ескірген");
        line(
                filled,
                s,
                52,
                "Бағаланатын мемлекеттік орган және мемлекеттік қызметтер тізілімі туралы регламентке сәйкес функцияның толық атауын көрсету қажет");
        line(filled, s, 54, "Мемлекеттік органның басшысы _____");
        Reading reading = filled.read("appendix-8", OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(facts(reading))
                .isEqualTo(
                        Map.of(
                                "it.unit_staff",
                                "16",
                                "it.unit_educated",
                                "12",
                                "it.employees",
                                "180",
                                "it.trained",
                                "45",
                                "it.indicators",
                                "64",
                                "it.indicators_automatic",
                                "40"));
        assertThat(plain(reading.aids()))
                .containsEntry("systems.mean_currency", "95")
                .containsEntry("functions.listed", "2")
                .containsEntry("functions.automated", "1")
                .containsEntry("contracts.sum", "1000000.5")
                .containsEntry("unused.documented", "1")
                .containsEntry("unused.listed", "1");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hrStatistics_areCountedFromRows(Language language) {
        Reading reading = statistics(language).read("hr-statistics", OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(facts(reading))
                .containsEntry(
                        "headcount.monthly", "120 121 120 121 120 121 120 121 120 121 120 121")
                .containsEntry("headcount.norm_average", "100.083333333333")
                .containsEntry("training.advanced_due", "3")
                .containsEntry("training.advanced_done", "1")
                .containsEntry("training.retraining_due", "1")
                .containsEntry("training.retraining_done", "1")
                .containsEntry("training.late", "1")
                .containsEntry("training.missed", "1")
                .containsEntry("internship.sent", "6")
                .containsEntry("internship.accepted", "3")
                .containsEntry("career.promoted_within", "2")
                .containsEntry("career.promoted_total", "3");
    }

    @Test
    void hrStatistics_outcomesFollowFromDates() {
        Filled filled = statistics(Language.EN);
        filled.under("HR2-5", 1, "late");
        filled.under("HR2-3", 2, LocalDate.of(2024, 5, 1));
        assertThat(problems(filled.read("hr-statistics", OMO)))
                .containsExactlyInAnyOrder(
                        "OUTCOME_CONTRADICTS " + filled.address("HR2-5", 1),
                        "NOT_IN_YEAR " + filled.address("HR2-3", 2));
    }

    @Test
    void hrStatistics_everyMonthIsNeededOnce() {
        Filled filled = statistics(Language.RU);
        filled.under("HR1-1", 3, "февраль");
        Reading reading = filled.read("hr-statistics", OMO);
        assertThat(reading.problems())
                .extracting(FormProblem::code)
                .containsExactlyInAnyOrder(Code.VALUE_TWICE, Code.WORD_MISSING);
        assertThat(reading.problems().getLast().message().ru()).contains("март");
    }

    @Test
    void headingsThatAreNearlyRightInEveryCellCostNoMoreThanOthers() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 300; row++) {
            for (int column = 0; column < 250; column++) {
                rows.append("Name of the information system ")
                        .append(row)
                        .append('x')
                        .append(column)
                        .append(';');
            }
            rows.append('\n');
        }
        Reading reading =
                Forms.find("appendix-8")
                        .orElseThrow()
                        .read(rows.toString().getBytes(StandardCharsets.UTF_8), FileType.CSV, OMO);
        assertThat(reading.accepted()).isFalse();
    }

    @Test
    void anotherFormIsRefusedByItsStamp() {
        Reading reading = appendix1(Language.KK).read("appendix-7", OMO);
        assertThat(reading.problems())
                .extracting(FormProblem::code)
                .containsExactly(Code.WRONG_FORM);
    }

    @Test
    void aWorkbookWithoutTheTableSaysWhichIsMissing() {
        Reading reading = Filled.blank().put("x", "A1", "Hello").read("appendix-8", OMO);
        assertThat(reading.problems())
                .extracting(FormProblem::code)
                .containsOnly(Code.TABLE_MISSING)
                .hasSize(7);
        assertThat(reading.incomplete()).isTrue();
    }

    @Test
    void errorsAndUncalculatedFormulasAreProblemsInTheirCells() {
        Filled filled = appendix1(Language.EN);
        var sheet = filled.book().getSheetAt(0);
        var error = sheet.getRow(new CellReference(filled.address("A1-3", 2)).getRow());
        error.getCell(2).setCellFormula("1/0");
        filled.book().getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertThat(problems(filled.read("appendix-1", OMO)))
                .containsExactly("ERROR_VALUE " + filled.address("A1-3", 2));
        error.getCell(2).setCellFormula("4+5");
        filled.book().getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertThat(filled.read("appendix-1", OMO).problems()).isEmpty();
    }

    static Filled appendix1(Language language) {
        Filled filled = Filled.template("appendix-1", language);
        unit(filled, 2, "", "Кадр департаменті", 9, 7, 4, 2);
        unit(filled, 3, "", "Заң департаменті", "1", "1", "0", "0");
        unit(filled, 33, "", "Ведомство", 4, 4, 6, 4);
        return filled;
    }

    static Filled appendix2(Language language) {
        Filled filled = Filled.template("appendix-2", language);
        competition(filled, 2, "№ 1, маман", "+", "", "+", "");
        competition(filled, 3, "№ 2, бас маман", "", "+", "+", "");
        competition(filled, 104, "№ 3, сарапшы", "+", "", "", "+");
        competition(filled, 105, "Общий конкурс № 4", "", "х", "х", "");
        return filled;
    }

    static Filled appendix7(Language language) {
        Filled filled = Filled.template("appendix-7", language);
        String[] codes = {"f", "a", "b", "c", "d", "e", "g", "h", "i", "j"};
        int[] first = {4, 2, 0, 2, 4, 5, 4, 1, 1, 25};
        int[] second = {1, 0, 0, 1, 0, 1, 0, 0, 0, 5};
        filled.under("A7-2", 2, "Орталық аппарат бөлімі").under("A7-2", 3, "Екінші бөлім");
        for (int i = 0; i < codes.length; i++) {
            filled.under("A7-" + codes[i], 2, first[i]).under("A7-" + codes[i], 3, second[i]);
        }
        filled.under("A7-z", 2, "100,25").under("A7-z", 3, 20.25);
        return filled;
    }

    static Filled appendix8(Language language) {
        return fill8(Filled.template("appendix-8", language), true);
    }

    static Filled fill8(Filled filled, boolean register) {
        filled.under("A8.1-2", 1, "Портал")
                .under("A8.1-3", 1, 90)
                .under("A8.1-4", 1, "1 000")
                .under("A8.1-5", 1, "өтініштер");
        filled.under("A8.1-2", 2, "Тізілім")
                .under("A8.1-3", 2, "95 %")
                .under("A8.1-4", 2, 200)
                .under("A8.1-5", 2, "жазбалар");
        filled.under("A8.2-2", 1, "1")
                .under("A8.2-3", 1, "Бірінші функция")
                .under("A8.2-4", 1, "Портал");
        filled.under("A8.2-2", 2, "2")
                .under("A8.2-3", 2, "Екінші функция")
                .under("A8.2-7", 2, "Жүйе");
        filled.under("A8.2-2", 3, "3")
                .under("A8.2-3", 3, "Үшінші функция")
                .under("A8.2-4", 3, "жоқ");
        filled.under("A8.3-2", 1, 16).under("A8.3-3", 1, 12);
        filled.under("A8.4-2", 1, "180").under("A8.4-3", 1, 45.0);
        if (register) {
            filled.under("A8.6-2", 1, 64).under("A8.6-3", 1, 40);
        }
        filled.under("A8.7-2", 1, "Ескі жүйе")
                .under("A8.7-3", 1, "Министрлік")
                .under("A8.7-6", 1, "-");
        Object[][] contracts = {
            {
                "1-A",
                "01.02.2025",
                1_000_000,
                "2025",
                "конкурс",
                "қызмет",
                "Министрлік",
                "001240000123",
                "ЖШС",
                "990140000456",
                250_000,
                25,
                "орындалды"
            },
            {
                "2-B",
                "01.03.2025",
                "1 000 000,50",
                "2025",
                "бір көзден",
                "жұмыс",
                "Министрлік",
                "001240000123",
                "АҚ",
                "990140000457",
                "250 000",
                "25%",
                "орындалған жоқ"
            }
        };
        for (var sheet : filled.book()) {
            for (var row : sheet) {
                var label = row.getCell(0);
                if (label != null
                        && label.toString().matches("\\d+\\.")
                        && row.getCell(1) != null) {
                    int parameter = Integer.parseInt(label.toString().replace(".", "")) - 1;
                    for (int i = 0; parameter < 13 && i < contracts.length; i++) {
                        filled.put(
                                sheet.getSheetName(),
                                (char) ('C' + i) + "" + (row.getRowNum() + 1),
                                contracts[i][parameter]);
                    }
                }
            }
        }
        return filled;
    }

    static Filled statistics(Language language) {
        Filled filled = Filled.template("hr-statistics", language);
        for (int month = 1; month <= 12; month++) {
            filled.under("HR1-2", month, 120 + (month + 1) % 2)
                    .under("HR1-3", month, month == 12 ? 101 : 100);
        }
        Form form = Forms.find("hr-statistics").orElseThrow();
        training(
                form,
                filled,
                1,
                language,
                0,
                LocalDate.of(2025, 3, 1),
                LocalDate.of(2025, 2, 20),
                0);
        training(
                form,
                filled,
                2,
                language,
                0,
                LocalDate.of(2025, 5, 1),
                LocalDate.of(2025, 5, 2),
                1);
        training(form, filled, 3, language, 0, LocalDate.of(2025, 6, 1), null, 2);
        training(
                form,
                filled,
                4,
                language,
                1,
                LocalDate.of(2025, 7, 1),
                LocalDate.of(2025, 7, 1),
                0);
        filled.under("HR3-1", 1, 6).under("HR3-2", 1, 3);
        int[][] appointments = {{0, 1}, {1, 1}, {2, 1}, {0, 0}};
        Table table = form.table("appointments");
        for (int i = 0; i < appointments.length; i++) {
            filled.under(
                    "HR4-2",
                    i + 1,
                    table.column("from").words().get(appointments[i][0]).label().in(language));
            filled.under(
                    "HR4-3",
                    i + 1,
                    table.column("lowest").words().get(appointments[i][1]).label().in(language));
        }
        return filled;
    }

    private static void training(
            Form form,
            Filled filled,
            int row,
            Language language,
            int kind,
            LocalDate due,
            @Nullable LocalDate done,
            int outcome) {
        Table table = form.table("training");
        filled.under("HR2-2", row, table.column("kind").words().get(kind).label().in(language));
        filled.under("HR2-3", row, due);
        if (done != null) {
            filled.under(
                    "HR2-4",
                    row,
                    done.getDayOfMonth() + "." + done.getMonthValue() + "." + done.getYear());
        }
        filled.under(
                "HR2-5", row, table.column("outcome").words().get(outcome).label().in(language));
    }

    static ReadingContext withHeadcount(int odd, int even) {
        List<BigDecimal> months =
                IntStream.range(0, 12)
                        .mapToObj(i -> BigDecimal.valueOf(i % 2 == 0 ? odd : even))
                        .toList();
        return new ReadingContext(
                BodyKind.OMO, 2025, Map.of("headcount.monthly", new FactValue.Amounts(months)), 1);
    }

    static Map<String, String> facts(Reading reading) {
        assertThat(reading.problems()).isEmpty();
        return reading.facts().stream()
                .collect(
                        Collectors.toMap(
                                CellFact::fact,
                                fact ->
                                        switch (fact.value()) {
                                            case FactValue.Amount(var amount) -> plain(amount);
                                            case FactValue.Amounts(var amounts) ->
                                                    amounts.stream()
                                                            .map(FormReadingTest::plain)
                                                            .collect(Collectors.joining(" "));
                                            default -> throw new AssertionError(fact);
                                        }));
    }

    private static Map<String, String> plain(Map<String, BigDecimal> numbers) {
        return numbers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> plain(entry.getValue())));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static List<String> problems(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.name() + " " + problem.cell())
                .toList();
    }

    private static void unit(Filled filled, int row, String number, String name, Object... values) {
        filled.under("A1-1", row, number).under("A1-2", row, name);
        for (int i = 0; i < values.length; i++) {
            filled.under("A1-" + (i + 3), row, values[i]);
        }
    }

    private static void competition(Filled filled, int row, String name, String... marks) {
        filled.under("A2-2", row, name);
        for (int i = 0; i < marks.length; i++) {
            filled.under("A2-" + (i + 3), row, marks[i]);
        }
    }

    private static void row(Filled filled, String sheet, int row, Object... values) {
        line(filled, sheet, row, values);
    }

    private static void line(Filled filled, String sheet, int row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("")) {
                filled.put(sheet, (char) ('A' + i) + "" + row, values[i]);
            }
        }
    }

    /// The number of the row in which a cell begins with a text.
    private static int row(Filled filled, String begins) {
        return row(filled, "", begins);
    }

    private static int row(Filled filled, String name, String begins) {
        for (var sheet : filled.book()) {
            if (!sheet.getSheetName().startsWith(name)) {
                continue;
            }
            for (var row : sheet) {
                for (var cell : row) {
                    if (cell.toString().startsWith(begins)) {
                        return row.getRowNum() + 1;
                    }
                }
            }
        }
        throw new AssertionError("no row " + begins);
    }
}
