package kz.bagalau.forms.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.forms.printed.Pdf;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The Kazakh text of the forms is written out here as the act has it, with the misprints put right
/// that stand at the head of `kpi.properties`.
@Isolated("changes the zone and the language of the process")
class KpiDocumentsTest {

    private static final String ANNEX =
            "\"Алматы облысы бойынша тексеру комиссиясы\" мемлекеттік мекемесінің \"Б\" корпусы"
                    + " мемлекеттік әкімшілік қызметшілерінің қызметін бағалаудың әдістемесіне ";
    private static final Signature OPEN = Signature.open();

    private static Signature refused() {
        return new Signature.Refused(
                "Әбдіғаппарова Г. Қ.", Examples.day(2022, 1, 12), "көрсеткіштермен келіспейді");
    }

    @Test
    void annex9_hasTheTextOfTheForm() {
        String text = Pdf.unparted(WorkPlanDocument.write(Examples.plan(), Language.KK));
        assertOrdered(
                text,
                ANNEX + "9-қосымша",
                "Нысан",
                "\"БЕКІТЕМІН\" Жоғары тұрған басшы",
                "Оңғарбаев Ұ. І.",
                "(тегі, аты-жөнінің бірінші әріптері)",
                "күні 14.01.2022",
                "қолы",
                "\"Алматы облысы бойынша тексеру комиссиясы\" мемлекеттік мекемесінің \"Б\" корпусы"
                        + " мемлекеттік әкімшілік қызметшісінің жеке жұмыс жоспары",
                "2022 жыл (жеке жоспар құрастырылатын кезең)",
                "Қызметшінің (тегі, аты, әкесінің аты (болған жағдайда))"
                        + " Әбдіғаппарова Гүлнәр Қайратқызы",
                "Қызметшінің лауазымы: бас маман",
                "Қызметшінің құрылымдық бөлімшесінің атауы: Қаржылық бақылау бөлімі",
                "№ п/п",
                "Нысаналы мақсатты индикаторлардың атауы",
                "\"А\" корпусы қызметшісі келісімінің қай көрсеткішінен немесе мемлекеттік"
                        + " жоспарлау жүйесінің құжатынан түйінделеді",
                "Өлшем бірлігі",
                "Жоспарлы мәні",
                "Қол жеткізу мерзімдері",
                "Түйінді нәтиже*",
                "* Нысаналы мақсатты индикатор қол жеткізуден күтілетін оң өзгерістер",
                "Қызметші Әбдіғаппарова Г. Қ.",
                "(тегі, аты-жөнінің бірінші әріптері)",
                "күні 12.01.2022",
                "қолы",
                "Тікелей басшы Жүнісов Ө. Һ.",
                "(тегі, аты-жөнінің бірінші әріптері)",
                "күні 12.01.2022",
                "қолы");
        assertThat(text).doesNotContain("қызметішісі");
    }

    @Test
    void annex10_hasTheTextOfTheForm() {
        String text =
                Pdf.unparted(
                        KpiSheetDocument.write(
                                Examples.sheet(5, Optional.of(Grade.EFFECTIVE), OPEN),
                                Language.KK));
        assertOrdered(
                text,
                ANNEX + "10-қосымша",
                "Нысан",
                "\"БЕКІТЕМІН\"",
                "Жоғары тұрған басшы Оңғарбаев Ұ. І.",
                "(тегі, аты-жөнінің бірінші әріптері)",
                "күні",
                "қолы",
                "НМИ бойынша бағалау парағы",
                "Әбдіғаппарова Гүлнәр Қайратқызы, бас маман",
                "(Т.А.Ә., бағаланатын тұлғаның лауазымы)",
                "2022 жыл",
                "(бағаланатын кезең)",
                "№п/п",
                "Нысаналы мақсатты индикаторлардың атауы",
                "Өлшем бірлігі",
                "Жоспарлы мәні",
                "Нақты мәні",
                "Көрсеткішке қол жетті/көрсеткішке қол жетпеді",
                "Бағалау нәтижесі Функционалдық міндеттерді тиімді орындайды",
                "(қанағаттанарлықсыз, қанағаттанарлық, тиімді, өте жақсы)",
                "Қызметші",
                "(тегі, аты-жөні)",
                "күні",
                "қолы",
                "Тікелей басшы Жүнісов Ө. Һ.",
                "(тегі, аты-жөні)",
                "күні 18.01.2023",
                "қолы");
    }

    @Test
    void annex11_hasTheTextOfTheForm_withALineForEachMember() {
        String text = Pdf.unparted(ProtocolDocument.write(Examples.protocol(), Language.KK));
        assertOrdered(
                text,
                ANNEX + "11-қосымша",
                "Нысан",
                "\"БЕКІТЕМІН\" Лауазымды тұлға",
                "Мусаев М.",
                "(тегі, аты-жөнінің бірінші әріптері)",
                "күні 05.06.2023",
                "қолы",
                "Бағалау жөніндегі комиссия отырысының хаттамасы",
                "Алматы облысы бойынша тексеру комиссиясы",
                "(мемлекеттік органның атауы)",
                "01.07.2021 – 31.12.2022",
                "(бағалау мерзімі жыл)",
                "Бағалау нәтижелері",
                "№р/с",
                "Қызметшілердің тегі, аты, әкесінің аты (болған жағдайда)",
                "Бағалау нәтижелері туралы мәлімет",
                "Бағалау нәтижелері комиссиямен түзетілуі (бар болған жағдайда)",
                "Комиссияның ұсыныстары",
                "1. Әбдіғаппарова Гүлнәр Қайратқызы",
                "Комиссия қорытындысы: Бағалау нәтижелері түзетілді",
                "Тексерілді:",
                "Комиссияның хатшысы: Сәрсенова Ә. Б.",
                "(тегі, аты-жөні, қолы)",
                "Күні: 01.06.2023",
                "Комиссияның төрағасы: Төлегенов Қ. Ғ.",
                "(тегі, аты-жөні, қолы)",
                "Күні: 01.06.2023",
                "Комиссияның мүшесі: Мұқанов Е. С.",
                "(тегі, аты-жөні, қолы)",
                "Күні: 01.06.2023",
                "Комиссияның мүшесі: Исаева Ж. Т., қол қоюға қатыспады: іссапарда",
                "Комиссияның мүшесі: Ким В. А.");
    }

    /// G-03: the label of ¶49, never the word of the form's hint, where "тиімді" is another grade.
    @ParameterizedTest
    @CsvSource({
        "5, EFFECTIVE, Функционалдық міндеттерді тиімді орындайды",
        "4, PROPER, Функционалдық міндеттерді тиісті түрде орындайды",
        "3, SATISFACTORY, Функционалдық міндеттерін қанағаттанарлық орындайды",
        "2, UNSATISFACTORY, Функционалдық міндеттерін қанағаттанарлықсыз орындайды"
    })
    void g03_theResultIsTheLabelOfParagraph49(int achieved, Grade grade, String label) {
        String text =
                Pdf.unparted(
                        KpiSheetDocument.write(
                                Examples.sheet(achieved, Optional.of(grade), OPEN), Language.KK));
        assertThat(text)
                .contains(Pdf.unparted("Бағалау нәтижесі " + label + " (қанағаттанарлықсыз,"));
        assertThat(count(text, "көрсеткішкеқолжетті")).isEqualTo(achieved);
        // Once more in the heading of the column.
        assertThat(count(text, "көрсеткішкеқолжетпеді")).isEqualTo(5 - achieved + 1);
    }

    /// G-41: a refusal or an absence is printed with its reason in the place of the signature.
    @ParameterizedTest
    @CsvSource({
        "KK, қол қоюдан бас тартты: көрсеткіштермен келіспейді, қол қоюға қатыспады: іссапарда",
        "RU, от подписи отказ: көрсеткіштермен келіспейді, при подписании отсутствует: іссапарда",
        "EN, refused to sign: көрсеткіштермен келіспейді, absent when it was signed: іссапарда"
    })
    void g41_refusalAndAbsenceArePrinted(Language language, String refusal, String absence) {
        assertThat(
                        Pdf.unparted(
                                WorkPlanDocument.write(
                                        Examples.plan(Examples.YEAR, Examples.rows(5), refused()),
                                        language)))
                .contains(Pdf.unparted(refusal));
        assertThat(
                        Pdf.unparted(
                                KpiSheetDocument.write(
                                        Examples.sheet(
                                                4,
                                                Optional.of(Grade.PROPER),
                                                new Signature.Absent(
                                                        "Ә. Г.",
                                                        Examples.day(2023, 1, 18),
                                                        "іссапарда")),
                                        language)))
                .contains(Pdf.unparted(absence));
    }

    @Test
    void kazakhIsTheForm_russianAndEnglishSayOnEveryPageThatTheyAreNot() {
        for (byte[] document : all(Language.KK)) {
            assertThat(Pdf.text(document)).doesNotContain("аударма");
        }
        for (byte[] document : all(Language.RU)) {
            assertThat(Pdf.pages(document))
                    .allSatisfy(page -> assertThat(page).contains("Неофициальный перевод"));
        }
        for (byte[] document : all(Language.EN)) {
            assertThat(Pdf.pages(document))
                    .allSatisfy(page -> assertThat(page).contains("Unofficial translation"));
        }
    }

    /// ¶63: the draft is supplied before the meeting; every page says that it is one.
    @Test
    void aDraftProtocolSaysSo_andLeavesPlaceForWhatTheMeetingDecides() {
        byte[] draft = ProtocolDocument.write(Examples.draft(), Language.KK);
        assertThat(Pdf.pages(draft)).allSatisfy(page -> assertThat(page).contains("Жоба"));
        assertThat(Pdf.text(draft)).doesNotContain("Ашық дауыс беру");
        assertThat(Pdf.text(ProtocolDocument.write(Examples.protocol(), Language.KK)))
                .doesNotContain("Жоба");
        assertThat(Pdf.text(ProtocolDocument.write(Examples.draft(), Language.RU)))
                .contains("Проект · Неофициальный перевод");
    }

    /// ¶59, ¶60, ¶65, ¶69: the correction stands in its column, the votes by name and the earlier
    /// decision beside the new one on a page that says it is not part of the form.
    @Test
    void correctionVotesAndEarlierRoundArePrinted() {
        byte[] document = ProtocolDocument.write(Examples.protocol(), Language.KK);
        String form = Pdf.pages(document).getFirst();
        String beside = Pdf.unparted(Pdf.pages(document).getLast());
        assertThat(Pdf.unparted(form))
                .contains(Pdf.unparted(Grade.EFFECTIVE.text().kk() + " орындалған НМИ: 5 / 5"))
                .contains(Pdf.unparted(Grade.PROPER.text().kk()));
        assertThat(form).doesNotContain("Ашық дауыс беру");
        assertThat(beside)
                .contains(Pdf.unparted("Хаттамаға қосымша мәлімет (нысанға кірмейді)"))
                .contains(Pdf.unparted("Қатысқандар: 4, қажетті кворум: 3"))
                .contains(Pdf.unparted("Жақтап: 1, қарсы: 4. Ұсыныс қабылданбады, шешім жоқ."))
                .contains(
                        Pdf.unparted(
                                "Жақтап: 2, қарсы: 2. Дауыс саны тең, төрағаның дауысы шешуші"
                                        + " болды"))
                .contains(Pdf.unparted("Мүше 1 (төраға) жақтап"))
                .contains(Pdf.unparted("Мүше 3 қарсы"))
                .contains(Pdf.unparted(Grade.SATISFACTORY.text().kk()))
                .contains(Pdf.unparted("29.05.2023 meeting-2"))
                .contains(Pdf.unparted("2023-05-31 № 21 бұйрық"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void longNamesAndManyRowsAndRoundsStayInsideThePage(Language language) {
        String name = "Өтеұзақтегі".repeat(20) + " Гүлнәр";
        LocalText unit = new LocalText(name, name, name);
        List<WorkPlan.Row> rows = Collections.nCopies(60, row("Ұзақ көрсеткіш ".repeat(20)));
        byte[] plan =
                WorkPlanDocument.write(
                        new WorkPlan(
                                "long",
                                true,
                                new Body(unit, unit),
                                Examples.LONG,
                                name,
                                unit,
                                unit,
                                rows,
                                new Signature.Open(name),
                                new Signature.Refused(
                                        name, Examples.day(2022, 1, 1), "себебі ".repeat(60)),
                                OPEN,
                                Optional.of(new Archive(name, name))),
                        language);
        byte[] protocol =
                ProtocolDocument.write(
                        Examples.protocol(
                                Collections.nCopies(
                                        60, Examples.row(name, Optional.of(Grade.PROPER))),
                                Collections.nCopies(
                                        60,
                                        Examples.motion(
                                                Optional.empty(),
                                                8,
                                                1,
                                                CommissionProtocol.Outcome.CARRIED))),
                        language);
        Pdf.assertInsideThePage(plan);
        Pdf.assertInsideThePage(protocol);
        assertThat(count(Pdf.unparted(plan), "Ұзақ")).isEqualTo(60 * 20);
        assertThat(count(Pdf.unparted(protocol), Pdf.unparted(name))).isEqualTo(60);
        // Every page with rows has the heads of the columns.
        String heading = new KpiWords(language).text("plan.column.6");
        assertThat(Pdf.pages(plan).stream().filter(page -> page.contains("көрсеткіш ")))
                .hasSizeGreaterThan(5)
                .allSatisfy(page -> assertThat(Pdf.unparted(page)).contains(Pdf.unparted(heading)));
    }

    private static WorkPlan.Row row(String name) {
        return new WorkPlan.Row(name, "", "", "", Examples.day(2022, 1, 1), "");
    }

    /// A word that is wider than its column would be parted in the middle.
    @ParameterizedTest
    @EnumSource(Language.class)
    void noWordOfAHeadingIsParted(Language language) {
        KpiWords words = new KpiWords(language);
        assertWhole(all(language).get(0), words.headings("plan", 7));
        assertWhole(all(language).get(1), words.headings("sheet", 6));
        assertWhole(all(language).get(2), words.headings("protocol", 5));
    }

    private static void assertWhole(byte[] document, List<String> headings) {
        List<String> shown = List.of(Pdf.text(document).split("[ /]"));
        headings.stream()
                .flatMap(heading -> Stream.of(heading.split("[ /]")))
                .forEach(word -> assertThat(shown).contains(word));
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
        return Stream.of(Language.values()).flatMap(language -> all(language).stream()).toList();
    }

    private static List<byte[]> all(Language language) {
        return List.of(
                WorkPlanDocument.write(Examples.plan(), language),
                KpiSheetDocument.write(
                        Examples.sheet(4, Optional.of(Grade.PROPER), refused()), language),
                ProtocolDocument.write(Examples.protocol(), language));
    }

    private static long count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1L;
    }

    /// The parts stand in the text one after another, however lines and columns part them.
    private static void assertOrdered(String unparted, String... parts) {
        int from = 0;
        for (String part : parts) {
            String sought = Pdf.unparted(part);
            int at = unparted.indexOf(sought, from);
            assertThat(at)
                    .as("\"%s\" after \"%s\"", part, unparted.substring(0, from))
                    .isNotNegative();
            from = at + sought.length();
        }
    }
}
