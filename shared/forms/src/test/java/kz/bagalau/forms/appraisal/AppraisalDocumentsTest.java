package kz.bagalau.forms.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.forms.printed.Pdf;
import kz.bagalau.forms.printed.Xlsx;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalSetting.Rounding;
import kz.bagalau.rules.appraisal.AssessorFinding.Basis;
import kz.bagalau.rules.appraisal.Eligibility.Verdict;
import kz.bagalau.rules.appraisal.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("changes the zone and the language of the process")
class AppraisalDocumentsTest {

    private static final AssessmentForm OFFICIAL =
            new AssessmentForm(Examples.FORM.title(), AppraisalForm.Status.OFFICIAL);

    /// ¶4, ¶5, ¶7, ¶16: who, by whom and why, the days with their sum, the items with half steps,
    /// the score exact and rounded, the label of the act.
    @Test
    void sheetHasWhatItRestsOn() {
        String text = unparted(AppraisalSheetDocument.write(Examples.sheet(), Language.RU));
        assertThat(text)
                .contains(unparted("III квартал 2025 года (01.07.2025 – 30.09.2025)"))
                .contains(
                        unparted("Оценивающее лицо Жүнісов Өмір Һамитұлы, руководитель управления"))
                .contains(
                        unparted(
                                "руководитель структурного подразделения/государственного органа"
                                        + " (п. 16, часть четвертая)"))
                .contains(unparted("01.07.2025 13.07.2025 31.07.2025 нет 8"))
                .contains(unparted("09.08.2025 30.09.2025 08.09.2025 да 36"))
                .contains(unparted("временная нетрудоспособность 01.09.2025 05.09.2025 4 нет"))
                .contains(unparted("командировка 15.09.2025 19.09.2025 5 да"))
                .contains(
                        unparted(
                                "Фактически отработано рабочих дней: 8 + 36 − 4 = 40; необходимо не"
                                        + " менее: 15"))
                .contains(unparted("1 Показатель 1: своевременное исполнение 4,5 Есептер"))
                .contains(unparted("Комментарий: Жалпы алғанда жақсы"))
                .contains(unparted("Точное значение 12,5 / 3 = 4,166666…"))
                .contains(unparted("Округлённый балл 4,17 (до сотых, 0,005 округляется вверх)"))
                .contains(unparted("Выполняет функциональные обязанности эффективно"))
                .contains(unparted("22.10.2025 (с опозданием)"))
                .contains(unparted("Калибровочная сессия 05.11.2025 4,17 3,80"))
                .contains(
                        unparted(
                                "Действующий результат: 3,80 – Выполняет функциональные обязанности"
                                        + " надлежащим образом"));
    }

    @Test
    void p5_whoIsNotAssessedSeesTheDaysAndTheReason() {
        String text = unparted(AppraisalSheetDocument.write(Examples.notAssessed(), Language.RU));
        assertThat(text)
                .contains(unparted("Фактически отработано рабочих дней: 65 − 51 = 14"))
                .contains(
                        unparted(
                                "Оценка не проводится: фактически отработано менее 15 рабочих"
                                        + " дней."))
                .contains(unparted("причина: қағаз бұйрық бойынша"))
                .contains(unparted("оценка проводится без его участия (п. 6)"))
                .contains(unparted("Оценивающее лицо нет"))
                .doesNotContain(unparted("Точное значение"));
    }

    @Test
    void everyBasisAndStateHasItsWords() {
        for (Language language : Language.values()) {
            AppraisalWords words = new AppraisalWords(language);
            assertThat(Stream.of(Basis.values()).map(basis -> words.text("basis." + basis)))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
            assertThat(Stream.of(AppraisalState.values()).map(s -> words.text("state." + s)))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
            assertThat(Stream.of(YearlyList.Open.values()).map(open -> words.text("open." + open)))
                    .doesNotHaveDuplicates();
            assertThat(Stream.of(Rounding.values()).map(r -> words.text("sheet.rounding." + r)))
                    .doesNotHaveDuplicates();
            assertThat(
                            Stream.of(Verdict.values())
                                    .map(outcome -> words.text("sheet.outcome." + outcome, 15)))
                    .doesNotHaveDuplicates();
        }
    }

    /// A document made from a placeholder says so on every page, whatever its length, and one made
    /// from the official form does not (E124). The act is in Russian: the others are translations.
    @ParameterizedTest
    @CsvSource({
        "KK, 'Уақытша нысан, ресми емес · Бейресми аударма', Бейресми аударма",
        "RU, 'Временная форма, не официальная', ''",
        "EN, 'Placeholder form, not official · Unofficial translation', Unofficial translation"
    })
    void e124_everyPageHasItsMarks(Language language, String placeholder, String official) {
        for (byte[] document :
                List.of(
                        AppraisalSheetDocument.write(long60(Examples.FORM), language),
                        CalibrationProtocolDocument.write(Examples.protocol(), language))) {
            assertThat(Pdf.pages(document))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(page -> assertThat(page).contains(placeholder));
        }
        assertThat(Pdf.pages(AppraisalSheetDocument.write(long60(OFFICIAL), language)))
                .hasSizeGreaterThan(1)
                .allSatisfy(page ->
                        assertThat(page)
                                .contains(official)
                                .doesNotContain(placeholder.split(",", 2)[0]));
        byte[] list = QuarterWorkbook.write(Examples.quarter(), language);
        assertThat(Xlsx.rows(list).getFirst().getFirst()).isEqualTo(placeholder);
        assertThat(Xlsx.foot(list)).contains(placeholder);
    }

    private static AppraisalSheet long60(AssessmentForm form) {
        return Examples.sheet(form, Examples.items(60), List.of());
    }

    /// ¶19, ¶20, ¶22: everything of the session, each vote, and by how many votes a number needs.
    @Test
    void protocolHasTheWholeSession() {
        byte[] document = CalibrationProtocolDocument.write(Examples.protocol(), Language.RU);
        String text = unparted(document);
        assertThat(text)
                .contains(unparted("Номер протокола 3"))
                .contains(unparted("Первоначальная оценка 4,17"))
                .contains(unparted("подано 24.10.2025, поступило 24.10.2025 (в срок)"))
                .contains(
                        unparted(
                                "должностное лицо, имеющее право назначения и освобождения, № 91"
                                        + " бұйрық, 28.10.2025"))
                .contains(unparted("3 Ким Вера руководитель управления работник службы управления"))
                .contains(
                        unparted(
                                "Состав, утверждённый 27.10.2025 (Мұқанов Ержан, Ахметов Ілияс),"
                                        + " заменён, причина: ауырып қалды"))
                .contains(unparted("Жүнісов Өмір Һамитұлы: Есептер уақытында тапсырылды"))
                .contains(unparted("Письменно: Жүктеме екі есе болды"))
                .contains(unparted("Голосование 1, 05.11.2025"))
                .contains(unparted("Голоса: 3,80 – 1; 4,20 – 1; 4,50 – 1."))
                .contains(unparted("Ни один балл не набрал нужных голосов."))
                .contains(
                        unparted(
                                "Голоса: 3,80 – 2; 4,50 – 1. Нужно более половины утверждённых"
                                        + " членов: 3, то есть 2."))
                .contains(unparted("Оценка после сессии 3,80"))
                .contains(unparted("Корректировка в сторону понижения"))
                .contains(unparted("не позднее 10.11.2025"))
                .contains(unparted("размещён: 07.11.2025"))
                .contains(unparted("Подписи членов сессии"));
        assertThat(count(text, unparted("Ни один балл"))).isEqualTo(1);
        assertThat(count(text, "подпись")).isEqualTo(3);
    }

    @Test
    void anUnvotedMemberAndAnOpenSessionAreShown() {
        CalibrationProtocol decided =
                Examples.protocol(
                        List.of(Examples.round("3.8", "", "3.8")),
                        Examples.members("Мұқанов Ержан", "Исаева Жанар", "Ким Вера"));
        assertThat(unparted(CalibrationProtocolDocument.write(decided, Language.RU)))
                .contains(unparted("Исаева Жанар оценивающее лицо не голосовал(а)"));
    }

    /// G-14: a number counts when more than half of the approved members voted for it; a protocol
    /// that says otherwise is not printed.
    @ParameterizedTest
    @CsvSource({"3.8 4.5 4.2", "3.8 3.8 4.5 4.5 4.2", "3.8 3.8 4.5 4.5"})
    void g14_aDecisionWithoutAMajorityIsNotPrinted(String votes) {
        assertThatThrownBy(() ->
                        Examples.protocol(
                                List.of(Examples.round(votes.split(" "))),
                                Examples.members("a", "b", "c")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arithmeticThatIsNotTrueIsNotPrinted() {
        Eligibility good = Examples.eligibility();
        assertThatThrownBy(() ->
                        new Eligibility(
                                good.verdict(),
                                good.stretches(),
                                good.absences(),
                                41,
                                15,
                                Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// G-09: 3.995 is 4.00 half up and 3.99 cut off (E31); any other number is a fault.
    @ParameterizedTest
    @CsvSource({
        "15.98, 4, HALF_UP_2, 4.00, 3.99",
        "15.98, 4, TRUNC_2, 3.99, 4.00",
        "12.5, 3, HALF_UP_2, 4.17, 4.16",
        "12.5, 3, HALF_UP_2, 4.17, 4.18",
        "12.5, 3, TRUNC_2, 4.16, 4.17",
        "12.5, 3, RAW_HALF_OPEN, 4.17, 4.18",
        "8.01, 2, HALF_UP_2, 4.01, 4.00",
        "4.5, 1, HALF_UP_2, 4.50, -4.50"
    })
    void g09_aScoreThatIsNotRoundedSoIsNotPrinted(
            BigDecimal sum,
            BigDecimal count,
            Rounding rounding,
            BigDecimal right,
            BigDecimal wrong) {
        Fraction mean = new Fraction(sum, count);
        assertThat(new Score(mean, right, rounding, Grade.EFFECTIVE).rounded()).isEqualTo(right);
        assertThatThrownBy(() -> new Score(mean, wrong, rounding, Grade.EFFECTIVE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"4.17, 3.8, DOWN", "3.8, 3.80, SAME", "3.1, 3.8, UP"})
    void p22_theDirectionIsThatOfTheNumbers(
            BigDecimal before, BigDecimal after, CalibrationProtocol.Outcome.Direction direction) {
        assertThat(CalibrationProtocol.Outcome.Direction.of(before, after)).isEqualTo(direction);
    }

    /// E103: on the last of the three years' days papers are still kept.
    @Test
    void e103_papersOfLessThanThreeYearsAreNotDestroyed() {
        assertThatThrownBy(() -> Examples.destruction(1, "a", Examples.day(2029, 1, 20)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Examples.destruction(1, "a", Examples.day(2029, 1, 21)).rows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "4.5, 1, '4,5'",
        "14.4, 4, '14,4 / 4 = 3,6'",
        "15.98, 4, '15,98 / 4 = 3,995'",
        "11.5, 3, '11,5 / 3 = 3,833333…'",
        "0, 3, '0 / 3 = 0'"
    })
    void aMeanIsAFractionAndADecimal(BigDecimal sum, BigDecimal count, String working) {
        assertThat(new Fraction(sum, count).working(new AppraisalWords(Language.RU).written()))
                .isEqualTo(working);
    }

    @Test
    void quarterListHasARowForEachEmployee() {
        List<List<String>> rows = Xlsx.rows(QuarterWorkbook.write(Examples.quarter(), Language.RU));
        assertThat(rows)
                .contains(
                        List.of(
                                "1",
                                "Әбдіғаппарова Гүлнәр Қайратқызы",
                                "Отдел бюджета",
                                "главный специалист",
                                "Жүнісов Өмір Һамитұлы",
                                "Окончательно",
                                "3.80",
                                "Выполняет функциональные обязанности надлежащим образом",
                                "20.10.2025",
                                "да",
                                "временная, не официальная"));
        assertThat(rows.getLast())
                .contains("нет", "Проверяется", "=cmd|' /C calc'!A0", "официальная");
    }

    /// E116: three quarters of 3.50 and a chosen one of 3.00.
    @Test
    void e116_yearlyListHasTheFractionTheDecimalAndTheRevision() {
        List<List<String>> rows = Xlsx.rows(YearlyWorkbook.write(Examples.year(), Language.RU));
        assertThat(rows.get(rows.size() - 2))
                .containsExactly(
                        "1",
                        "Әбдіғаппарова Гүлнәр Қайратқызы",
                        "Отдел бюджета",
                        "3,5",
                        "3,5",
                        "3,5",
                        "3\n№ 12 хат",
                        "I, II, III, IV",
                        "13,5 / 4",
                        "3.375",
                        "3.38",
                        "Выполняет функциональные обязанности надлежащим образом",
                        "Сформирована заново",
                        "30.01.2026",
                        "2",
                        "",
                        "временная, не официальная");
        assertThat(rows.getLast())
                .contains(
                        "оценка не проводится",
                        "нет оценки",
                        "I, II",
                        "7 / 2",
                        "Сформирована\nПредварительно",
                        "IV: нет оценки");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesAreNoFormulas(Language language) {
        assertThat(Xlsx.calculates(QuarterWorkbook.write(Examples.quarter(), language))).isFalse();
        assertThat(Xlsx.calculates(YearlyWorkbook.write(Examples.year(), language))).isFalse();
        assertThat(Xlsx.rows(QuarterWorkbook.write(Examples.quarter(), language)).toString())
                .contains("=cmd|' /C calc'!A0");
    }

    @Test
    void p12_actOfDestructionNamesEveryCaseAndSaysWhoseFormItIs() {
        String text =
                unparted(
                        DestructionActDocument.write(
                                Examples.destruction(60, "Әбдіғаппарова Гүлнәр"), Language.RU));
        assertThat(count(text, unparted("Әбдіғаппарова Гүлнәр IV квартал 2025 года")))
                .isEqualTo(60);
        assertThat(text)
                .contains(unparted("хранятся в течение трёх лет со дня завершения оценки (п. 12"))
                .contains(unparted("20.01.2026 20.01.2029"))
                .contains(unparted("Всего: 60."))
                .contains(unparted("Форма этого акта Методикой не предусмотрена"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void longNamesAndManyRowsAndRoundsStayInsideThePage(Language language) {
        String name = "Өтеұзақтегі".repeat(20) + " Гүлнәр";
        List<AppraisalSheet.Item> items =
                Collections.nCopies(
                        60,
                        new AppraisalSheet.Item(
                                new LocalText(name, name, name),
                                Optional.of(new BigDecimal("0.25")),
                                Optional.empty(),
                                "Түсініктеме ".repeat(80)));
        byte[] sheet =
                AppraisalSheetDocument.write(
                        Examples.sheet(
                                Examples.FORM,
                                items,
                                Collections.nCopies(20, Examples.calibrated())),
                        language);
        byte[] protocol =
                CalibrationProtocolDocument.write(
                        Examples.protocol(
                                Collections.nCopies(30, Examples.round("3.8", "3.8", "4.5")),
                                Examples.members(name, name, name, name, name, name, name)),
                        language);
        Pdf.assertInsideThePage(sheet);
        Pdf.assertInsideThePage(protocol);
        Pdf.assertInsideThePage(
                DestructionActDocument.write(Examples.destruction(60, name), language));
        assertThat(count(unparted(sheet), "Түсініктеме")).isGreaterThanOrEqualTo(60 * 80);
        AppraisalWords words = new AppraisalWords(language);
        String tally =
                unparted(
                        words.points(Examples.points("3.8"))
                                + " – 2; "
                                + words.points(Examples.points("4.5"))
                                + " – 1");
        assertThat(count(unparted(protocol), tally)).isEqualTo(30);
    }

    /// A word that is wider than its column would be parted in the middle.
    @ParameterizedTest
    @EnumSource(Language.class)
    void noWordOfAHeadingIsParted(Language language) {
        assertWhole(
                AppraisalSheetDocument.write(Examples.sheet(), language),
                language,
                "sheet.to",
                "sheet.month",
                "sheet.month.reached",
                "sheet.days",
                "sheet.absence",
                "sheet.absence.worked",
                "score",
                "sheet.comment",
                "sheet.history.before",
                "sheet.history.after",
                "grade");
        assertWhole(
                CalibrationProtocolDocument.write(Examples.protocol(), language),
                language,
                "protocol.member",
                "protocol.kind",
                "protocol.vote",
                "position",
                "number");
        assertWhole(
                DestructionActDocument.write(Examples.destruction(1, "a"), language),
                language,
                "destruction.documents",
                "destruction.completed",
                "destruction.kept",
                "period");
    }

    private static void assertWhole(byte[] document, Language language, String... headings) {
        List<String> shown = List.of(Pdf.text(document).split(" "));
        for (String heading : headings) {
            assertThat(shown).contains(new AppraisalWords(language).text(heading).split(" "));
        }
    }

    @Test
    void sameValuesGiveTheSameBytes_inAnyTimeZoneAndLocale() {
        List<byte[]> here = every();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            List<byte[]> there = every();
            IntStream.range(0, here.size())
                    .forEach(i -> assertThat(there.get(i)).isEqualTo(here.get(i)));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static List<byte[]> every() {
        List<byte[]> files = new ArrayList<>();
        for (Language language : Language.values()) {
            files.add(AppraisalSheetDocument.write(Examples.sheet(), language));
            files.add(CalibrationProtocolDocument.write(Examples.protocol(), language));
            files.add(DestructionActDocument.write(Examples.destruction(2, "a"), language));
            files.add(QuarterWorkbook.write(Examples.quarter(), language));
            files.add(YearlyWorkbook.write(Examples.year(), language));
        }
        return files;
    }

    private static String unparted(byte[] pdf) {
        return Pdf.unparted(pdf);
    }

    private static String unparted(String text) {
        return Pdf.unparted(text);
    }

    private static long count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
