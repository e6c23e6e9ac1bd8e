package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.bagalau.forms.report.reading.Reading;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows with figures count once, or are refused by name: totals in any words, outline numbers in
/// any spelling, footnote marks, and titles that begin like a signature.
final class RowsOfUnitsTest {

    private static final String A = "1 | Unit A | 5 | 4 | 2 | 1";
    private static final String B = "2 | Unit B | 3 | 2 | 1 | 0";
    private static final String SUM = " | 8 | 6 | 3 | 1";

    private static void assertCounted(DrawnTable table) {
        assertCounted(table, 11, 7);
    }

    private static void assertCounted(DrawnTable table, int dismissed, int interviewed) {
        Reading reading = table.read();
        assertThat(reading.problems()).isEmpty();
        assertThat(FormReadingTest.facts(reading))
                .isEqualTo(
                        Map.of(
                                "exit.dismissed",
                                Integer.toString(dismissed),
                                "exit.interviewed",
                                Integer.toString(interviewed)));
    }

    private static void assertRefused(DrawnTable table, String... problems) {
        assertThat(FormReadingTest.problems(table.read())).containsExactlyInAnyOrder(problems);
    }

    private static void assertNotRead(DrawnTable table, int... rows) {
        Reading reading = table.read();
        assertThat(reading.problems())
                .isNotEmpty()
                .allSatisfy(problem -> {
                    assertThat(problem.name()).isEqualTo("ROW_NOT_READ");
                    assertThat(problem.message().kk()).isNotBlank();
                    assertThat(problem.message().ru()).isNotBlank();
                });
        assertThat(reading.problems())
                .extracting(problem -> Integer.valueOf(problem.cell().replaceAll("[A-Z]", "")))
                .containsExactlyInAnyOrderElementsOf(
                        java.util.Arrays.stream(rows).boxed().toList());
    }

    @Nested
    final class Totals {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Итого по государственному органу",
                    "Всего по ЦА",
                    "ИТОГО:",
                    "В С Е Г О",
                    "Всего, в том числе:",
                    "Общий итог",
                    "Общее количество",
                    "Министерство, всего",
                    "Подытог",
                    "Барлығы, оның ішінде",
                    "Барлыгы",
                    "Мемлекеттік орган бойынша барлығы",
                    "Жиыны:",
                    "Жиынтығы",
                    "Жалпы саны",
                    "Total for the state body",
                    "Grand total",
                    "Sub-total*",
                    "TОТАL",
                    "∑",
                    "Σ"
                })
        void inTheseWordsAreSumsWhereverTheyStand(String words) {
            assertCounted(DrawnTable.appendix1(A, B, " | " + words + SUM));
            assertCounted(DrawnTable.appendix1(" | " + words + SUM, A, B));
            assertCounted(DrawnTable.appendix1(A, B, words + " | " + SUM));
            assertCounted(DrawnTable.appendix1(A, B, "3 | " + words + SUM));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Министерство", "По органу", "Орган бойынша", "For the body", "*"})
        void inOtherWordsAreRefusedByName(String words) {
            assertNotRead(DrawnTable.appendix1(A, B, " | " + words + "x" + SUM), 4);
            assertNotRead(DrawnTable.appendix1(" | " + words + "x" + SUM, A, B), 2);
            assertNotRead(DrawnTable.appendix1(A, B, "3 | " + words + "x" + SUM), 4);
            assertNotRead(
                    DrawnTable.appendix1(
                            " | Unit A | 5 | 4 | 2 | 1",
                            " | Unit B | 3 | 2 | 1 | 0",
                            " | " + words + "x" + SUM),
                    4);
        }

        @Test
        void ofOneUnitInOtherWordsAreRefusedByName() {
            assertNotRead(
                    DrawnTable.appendix1(
                            " | Unit A | 5 | 4 | 2 | 1",
                            " | Unit B | 0 | 0 | 0 | 0",
                            " | Министерство | 5 | 4 | 2 | 1"),
                    4);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Всего", "Министерство, всего", "Барлығы, оның ішінде", "∑"})
        void thatAreNotTheSumAreErrorsInTheirCells(String words) {
            assertRefused(
                    DrawnTable.appendix1(A, B, " | " + words + " | 9 | 6 | 3 | 1"),
                    "TOTAL_DIFFERS C4");
            assertRefused(
                    DrawnTable.appendix1(A, B, "3 | " + words + " | 9 | 6 | 3 | 1"),
                    "TOTAL_DIFFERS C4");
            assertRefused(
                    DrawnTable.appendix1(A, B, " | " + words + " | 3 | 2 | 1 | 0"),
                    "TOTAL_DIFFERS C4",
                    "TOTAL_DIFFERS D4",
                    "TOTAL_DIFFERS E4",
                    "TOTAL_DIFFERS F4");
        }

        @Test
        void ofGroupsAndOfAllStandBetweenUnits() {
            assertCounted(
                    DrawnTable.appendix1(
                            "1 | Unit A | 5 | 4 | 2 | 1",
                            "2 | Unit B | 1 | 1 | 0 | 0",
                            " | Итого по департаменту | 6 | 5 | 2 | 1",
                            "3 | Unit C | 1 | 1 | 0 | 0",
                            "4 | Unit D | 1 | 0 | 1 | 0",
                            " | Итого по комитету | 2 | 1 | 1 | 0",
                            " | ВСЕГО" + SUM));
            assertCounted(
                    DrawnTable.appendix1(
                            " | ВСЕГО" + SUM,
                            " | Всего по департаменту | 6 | 5 | 2 | 1",
                            "1 | Unit A | 5 | 4 | 2 | 1",
                            "2 | Unit B | 1 | 1 | 0 | 0",
                            " | Всего по комитету | 2 | 1 | 1 | 0",
                            "3 | Unit C | 1 | 1 | 0 | 0",
                            "4 | Unit D | 1 | 0 | 1 | 0"));
        }

        @Test
        void ofGroupsInOtherWordsAreSumsWhereAWrittenTotalLeavesThemOut() {
            assertCounted(
                    DrawnTable.appendix1(
                            " | Unit A | 5 | 4 | 2 | 1",
                            " | Unit B | 1 | 1 | 0 | 0",
                            " | Департамент | 6 | 5 | 2 | 1",
                            " | Unit C | 1 | 1 | 0 | 0",
                            " | Unit D | 1 | 0 | 1 | 0",
                            " | Комитет | 2 | 1 | 1 | 0",
                            " | Всего" + SUM));
        }

        @Test
        void decideThatAUnitIsOneWhoseFiguresAreTheSumOfOthers() {
            assertCounted(
                    DrawnTable.appendix1(
                            " | Unit A | 5 | 4 | 2 | 1",
                            " | Unit B | 3 | 2 | 1 | 0",
                            " | Unit C" + SUM,
                            " | Всего | 16 | 12 | 6 | 2"),
                    22,
                    14);
        }

        @Test
        void numbersDecideThatUnitsInTheMiddleAreUnits() {
            assertCounted(
                    DrawnTable.appendix1(A, B, "3 | Unit C" + SUM, "4 | Unit D | 1 | 0 | 0 | 0"),
                    23,
                    14);
        }

        @Test
        void wordsThatOnlyResembleATotalAreUnits() {
            assertCounted(
                    DrawnTable.appendix1(
                            "1 | Отдел итоговой аналитики | 5 | 4 | 2 | 1",
                            "2 | Жалпы бөлім | 3 | 2 | 1 | 0"));
        }

        @Test
        void aRowWithoutANumberAmongNumberedOnesIsRefusedByName() {
            assertNotRead(DrawnTable.appendix1(A, B, " | Министерство | 9 | 6 | 3 | 1"), 4);
        }

        @Test
        void groupsThatSumUpAnEarlierGroupAreRefusedByName() {
            assertNotRead(
                    DrawnTable.appendix1(
                            " | Наименование департамента",
                            " | Dept 1 | 6 | 5 | 2 | 1",
                            " | Dept 2 | 2 | 1 | 1 | 0",
                            " | Наименования управлений департаментов",
                            " | Unit A | 5 | 4 | 2 | 1",
                            " | Unit B | 1 | 1 | 0 | 0",
                            " | Unit C | 2 | 1 | 1 | 0"),
                    3,
                    4,
                    6,
                    7,
                    8);
        }
    }

    @Nested
    final class Numbers {

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "1; 1.1; 1.2",
                    "1.; 1.1.; 1.2.",
                    "1); 1.1); 1.2)",
                    "(1); (1.1); (1.2)",
                    "№ 1; № 1.1; № 1.2",
                    "1; 1-1; 1-2",
                    "1; 1–1; 1–2",
                    "1; 1,1; 1,2",
                    "1; 1. 1; 1. 2",
                    "\u00a01; 1.1\u00a0; \u00a01.2",
                    "１; １.１; １.２",
                    "*1; 1.1*; 1.2**",
                    "1¹; 1.1²; 1.2",
                    "I; I.1; I.2",
                    "ІІ; ІІ.1; ІІ.2",
                    "1; 1а; 1б",
                    "#1; #1.1; #1.2",
                    "1.1; 1.1.1; 1.1.2",
                    "#1.1; 1.10.1; 1.10.2",
                    "@2025-01-01; 1.1.1; 1.1.2",
                    "@2025-02-01; 1.2.1; 1.2.2",
                    "@2025-01-02; 1.2.1; 1.2.2",
                    "1.1; @2001-01-01; @2002-01-01",
                    "1; @2025-01-01; @2025-02-01",
                    "@2013-01-01; 1.13.1; 1.13.2",
                    "#45689; 1.2.1; 1.2.2",
                    "01; 01.01; 01.02"
                })
        void inAnySpellingMakePartsAndWholes(String whole, String one, String other) {
            assertCounted(
                    DrawnTable.appendix1(
                            whole + " | Department" + SUM,
                            one + " | Unit A | 5 | 4 | 2 | 1",
                            other + " | Unit B | 3 | 2 | 1 | 0"));
            assertRefused(
                    DrawnTable.appendix1(
                            whole + " | Department | 9 | 6 | 3 | 1",
                            one + " | Unit A | 5 | 4 | 2 | 1",
                            other + " | Unit B | 3 | 2 | 1 | 0"),
                    "TOTAL_DIFFERS C2");
        }

        @Test
        void ofTheWholeMayStandBelowItsParts() {
            assertCounted(
                    DrawnTable.appendix1(
                            "1.1 | Unit A | 5 | 4 | 2 | 1",
                            "1.2 | Unit B | 3 | 2 | 1 | 0",
                            "1 | Department" + SUM));
        }

        @Test
        void leadFromAGroupToTheOneAbove() {
            assertCounted(
                    DrawnTable.appendix1(
                            " | Наименование департамента",
                            "1 | Department" + SUM,
                            " | Наименования управлений департаментов",
                            "1.1 | Unit A | 5 | 4 | 2 | 1",
                            "1.2 | Unit B | 3 | 2 | 1 | 0"));
        }

        @Test
        void storedAsNumbersAreReadByTheirNeighbours() {
            assertCounted(
                    DrawnTable.appendix1(
                            "#1.9 | Unit A | 5 | 4 | 2 | 1",
                            "#1.1 | Department ten | 3 | 2 | 1 | 0",
                            "1.10.1 | Unit B | 3 | 2 | 1 | 0"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {"1.; 1); 2)", "I; 1; 2", "1; а); б)", "1; i; ii", "1; 1; 2", "1; -; -"})
        void ofAnotherKindBeneathARowAreRefusedByName(String whole, String one, String other) {
            for (String figures : List.of(SUM, " | 9 | 6 | 3 | 1")) {
                assertThat(
                                DrawnTable.appendix1(
                                                whole + " | Department" + figures,
                                                one + " | Unit A | 5 | 4 | 2 | 1",
                                                other + " | Unit B | 3 | 2 | 1 | 0")
                                        .read()
                                        .problems())
                        .isNotEmpty()
                        .allSatisfy(
                                problem -> assertThat(problem.name()).isEqualTo("ROW_NOT_READ"));
            }
        }

        @Test
        void mayHaveGapsAndStartAnewInEveryGroup() {
            assertCounted(
                    DrawnTable.appendix1(
                            "1 | Центральный аппарат",
                            "1 | Unit A | 5 | 4 | 2 | 1",
                            "2 | Ведомства государственного органа",
                            "1 | Unit B | 1 | 1 | 0 | 0",
                            "4 | Unit C | 2 | 1 | 1 | 0"));
        }
    }

    @Nested
    final class Footnotes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2 | * Unit B (part of the year)",
                    "*2 | Unit B",
                    "2* | Unit B**",
                    "2¹ | Unit B ¹⁾",
                    "2† | † Unit B"
                })
        void doNotTakeARowAway(String row) {
            assertCounted(DrawnTable.appendix1(A, row + " | 3 | 2 | 1 | 0"));
        }

        @Test
        void withoutFiguresAreNotes() {
            assertCounted(
                    DrawnTable.appendix1(A, B, "* Unit B was founded in May", " | ** as above"));
        }

        @Test
        void inPlaceOfANumberLeaveTheRowUnclear() {
            assertNotRead(DrawnTable.appendix1(A, "* | Unit B | 3 | 2 | 1 | 0"), 3);
            assertNotRead(DrawnTable.appendix1(A, " | * Unit B | 3 | 2 | 1 | 0"), 3);
        }

        @Test
        void atAFigureAreAnErrorInItsCell() {
            assertRefused(
                    DrawnTable.appendix1(A, "2 | Unit B | 3* | 2 | 1 | 0"), "NOT_A_NUMBER C3");
        }
    }

    @Nested
    final class Ends {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Руководитель государственного органа и его аппарат",
                    "Мемлекеттік органның басшысы мен орынбасарлары",
                    "Исполнитель государственного заказа",
                    "Head of the state body",
                    "Отчёт готовится в формате MS Excel"
                })
        void areNotSeenInUnitsThatBeginLikeThem(String name) {
            assertCounted(DrawnTable.appendix1("1 | " + name + " | 5 | 4 | 2 | 1", B));
            assertCounted(DrawnTable.appendix1(A, "2 | " + name + " | 3 | 2 | 1 | 0"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Мемлекеттік органның басшысы _____",
                    "Руководитель государственного органа | | А. Б. Ахметов",
                    "Исполнитель: А. Ахметов | | 87172741234",
                    "Орындаушы А. Ахметов | | 74-12-34",
                    "Қолы | | 15.01.2026"
                })
        void aboveMoreFiguresRefuseTheseByName(String end) {
            assertCounted(DrawnTable.appendix1(A, B, "", end));
            assertNotRead(DrawnTable.appendix1(A, B, "", end, "3 | Unit C | 1 | 1 | 0 | 0"), 6);
        }
    }

    @Nested
    final class Others {

        @Test
        void figuresBesideTheColumnsAreRefusedByName() {
            assertNotRead(DrawnTable.appendix1(A, B, " | | | | | | 3 | Unit C | 1 | 1 | 0 | 0"), 4);
        }

        @Test
        void figuresWithoutANameAreRefused() {
            assertRefused(DrawnTable.appendix1(A, B, "3 | | 1 | 1 | 0 | 0"), "VALUE_MISSING B4");
            assertRefused(DrawnTable.appendix1(A, B, "3 | - | 1 | 1 | 0 | 0"), "VALUE_MISSING B4");
            assertRefused(
                    DrawnTable.appendix1(A, B, "3 | 4 | 5 | 6 | 7 | 8"),
                    "VALUE_MISSING B4",
                    "PART_GREATER D4",
                    "PART_GREATER F4");
        }

        @Test
        void theSameRowTwiceIsRefusedByName() {
            assertNotRead(
                    DrawnTable.appendix1(
                            " | Unit A | 5 | 4 | 2 | 1",
                            " | Unit B | 3 | 2 | 1 | 0",
                            " | Unit B | 3 | 2 | 1 | 0",
                            " | Unit C | 1 | 0 | 0 | 0"),
                    4);
        }

        @Test
        void aSecondTableBelowIsRefusedByName() {
            assertNotRead(
                    DrawnTable.appendix1(
                            A,
                            B,
                            "A1-1 | A1-2 | A1-3 | A1-4 | A1-5 | A1-6",
                            "1 | Unit A | 1 | 0 | 0 | 0",
                            "2 | Unit C | 2 | 0 | 0 | 0"),
                    5,
                    6);
        }

        @Test
        void headingsOfTheNextPageAreNoRows() {
            assertCounted(
                    DrawnTable.appendix1(
                            "1 | 2 | 3 | 4 | 5 | 6",
                            A,
                            "A1-1 | A1-2 | A1-3 | A1-4 | A1-5 | A1-6",
                            "1 | 2 | 3 | 4 | 5 | 6",
                            B));
        }
    }
}
