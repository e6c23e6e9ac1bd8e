package kz.bagalau.forms.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.Assessment;
import kz.bagalau.rules.operational.DirectionScore;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.setting.Setting;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("changes the zone and the language of the process")
class ConclusionTest {

    private static final String KAZAKH_LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі₸";

    private final ExampleConclusion central = ExampleConclusion.complete(BodyKind.OMO);
    private final ExampleConclusion local = ExampleConclusion.complete(BodyKind.ZHAO);

    @Test
    void sameConclusionGivesTheSameBytes_inAnyTimeZoneAndLocale() throws NoSuchAlgorithmException {
        String here = Fingerprints.all();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(Fingerprints.all()).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void anotherProcessWithOtherSettingsGivesTheSameBytes()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.timezone=America/New_York",
                                "-Duser.language=tr",
                                "-Dfile.encoding=ISO-8859-1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Fingerprints.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String hashes =
                new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(other.waitFor()).isZero();
        assertThat(hashes.strip()).isEqualTo(Fingerprints.all());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void documentHasEveryRowWithItsPoints(Language language) {
        Conclusion conclusion = central.conclusion();
        Wording words = new Wording(language);
        String text = Extracted.document(conclusion, language);
        for (Form form : new ConclusionText(conclusion, language).forms()) {
            for (Form.Row row : form.rows()) {
                String points =
                        switch (row.points()) {
                            case Form.Points.Are(var given) -> words.points(given);
                            case Form.Points.AreNot(var why) -> why;
                        };
                String maximum =
                        form.withMaxima()
                                ? row.maximum().map(words::plain).map(m -> m + " ").orElse("")
                                : "";
                assertThat(unparted(text))
                        .contains(unparted(row.number() + row.name() + maximum + points));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void changesOfASettledYearsRegisterAreListed(Language language) {
        String sentence =
                new Wording(language)
                        .find("detail.consented")
                        .orElseThrow()
                        .formatted("2026-03-02 № r-17");

        assertThat(Extracted.document(central.conclusion(), language).replaceAll("\\s", ""))
                .contains(sentence.replaceAll("\\s", ""));
    }

    /// A name of two lines stands beside the points of the first.
    private static String unparted(String text) {
        return text.replace(" ", "");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLetterOfKazakhAndTheTengeAreInTheDocument(Language language) {
        String text =
                Extracted.document(
                        central.conclusion(
                                new LocalText(KAZAKH_LETTERS, KAZAKH_LETTERS, KAZAKH_LETTERS)),
                        language);
        assertThat(text).contains(KAZAKH_LETTERS);
    }

    @Test
    void fontsAreEmbeddedAsSubsets() throws IOException {
        try (PDDocument document = kazakh(central.conclusion())) {
            for (var page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+DejaVuSans(-Bold)?");
                }
            }
        }
    }

    @Test
    void documentIsTagged_andNamesItsLanguageAndTitle() throws IOException {
        try (PDDocument document = kazakh(central.conclusion())) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("kk");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getDocumentOutline().getFirstChild()).isNotNull();
            assertThat(document.getDocumentInformation().getTitle()).contains("2025");
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    @Test
    void longNamesAndLongTextsWrapInsideThePage() throws IOException {
        String name = "Өте ұзақ атау ".repeat(30) + "ү".repeat(300);
        Conclusion conclusion =
                central.by(Setting.N_MAX, "13", "дәлел ".repeat(900))
                        .conclusion(new LocalText(name, name, name));
        try (PDDocument document = kazakh(conclusion)) {
            float width = document.getPage(0).getMediaBox().getWidth();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    for (TextPosition position : positions) {
                        assertThat(position.getX()).isGreaterThan(50);
                        assertThat(position.getEndX()).isLessThan(width - 40);
                        assertThat(position.getEndY()).isGreaterThan(25);
                    }
                }
            }.getText(document);
        }
        assertThat(unparted(Extracted.document(conclusion, Language.KK)))
                .contains("ү".repeat(300))
                .contains("дәлел".repeat(100));
    }

    @Test
    void lettersThatTheTypefaceDoesNotHaveAreShownAsBoxes() {
        assertThat(
                        Extracted.document(
                                central.conclusion(new LocalText("A🦄漢\u0007B", "A", "A")),
                                Language.KK))
                .contains("A□□B");
    }

    @Test
    void workbookHoldsTheNumbersOfTheAssessment() throws IOException {
        Conclusion conclusion = central.conclusion();
        byte[] file = ConclusionWorkbook.write(conclusion, Language.KK);
        Assessment assessment = conclusion.assessment();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> personnel = workbook.findSheet("Персоналды басқару").orElseThrow().read();
            assertThat(number(personnel, "1.3", 3))
                    .isEqualByComparingTo(
                            assessment.indicator("pm.exit_interview").points().orElseThrow());
            assertThat(number(personnel, "2", 3))
                    .isEqualByComparingTo(assessment.criterion("pm.2").points());
            List<Row> technology = workbook.findSheet("АТ қолдану").orElseThrow().read();
            assertThat(number(technology, "8", 2)).isEqualByComparingTo("3.125");
            assertThat(number(technology, "9", 2)).isEqualByComparingTo("-3");
            assertThat(
                            technology.stream()
                                    .filter(row -> cell(row, 1).equals("Жалпы баға:"))
                                    .findFirst()
                                    .orElseThrow()
                                    .getCell(2)
                                    .asNumber())
                    .isEqualByComparingTo(assessment.direction("it").points());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsTheAgencysOnlyIsNowhere(Language language) {
        Conclusion conclusion =
                central.with("exit.negative=777123 exit.negative_majority=555321").conclusion();
        for (String told :
                List.of(
                        Extracted.document(conclusion, language),
                        Extracted.workbook(conclusion, language))) {
            assertThat(told)
                    .doesNotContain("777123", "555321", "exit.negative")
                    .doesNotContain("SECRET-PERSON", "SECRET-HASH");
        }
        assertThat(conclusion.facts()).noneMatch(fact -> fact.fact().startsWith("exit.negative"));
        assertThat(Extracted.document(conclusion, Language.EN))
                .contains("5 × 18 / 24 = 3.75 − 1.5 (¶35: the penalty applies) = 2.25");
    }

    @Test
    void aMissingFigureOfTheAgencysIsNotNamed() {
        String text =
                Extracted.document(central.without("exit.negative").conclusion(), Language.EN);
        assertThat(text)
                .contains("1.3: incomplete, missing: a figure of the Agency.")
                .doesNotContain("exit.negative");
    }

    @Test
    void incompleteRowsAreNamed_andNeverZero() {
        Conclusion conclusion = central.without("survey.q5", "pm.gender").conclusion();
        String text = Extracted.document(conclusion, Language.EN);
        assertThat(text)
                .contains("1.4 Gender composition 5 incomplete")
                .contains("2.2 Satisfaction with working conditions 5 incomplete")
                .contains("1.4: incomplete, missing: the points that an analyst enters")
                .contains("2.2: incomplete, missing: Statement 5 of the survey")
                .contains("1 Personnel potential of the state body* 30")
                .contains("Overall score:*")
                .contains("* Incomplete. Rows without points are not in the sum")
                .doesNotContain("Gender composition 5 0.00");
    }

    @Test
    void notCalculableRowsAreNamedWithTheirZero() {
        ExampleConclusion nobody = central.with("career.promoted_total=0 career.promoted_within=0");
        assertThat(Extracted.document(nobody.conclusion(), Language.EN))
                .contains("3.3 Career growth 10 not calculable")
                .contains("(All people appointed to higher positions) and the act has no rule");

        assertThat(
                        Extracted.document(
                                nobody.deciding(
                                                "pm.career",
                                                Setting.ZeroDenominator.EXCLUDE,
                                                "nobody was promoted")
                                        .conclusion(),
                                Language.EN))
                .contains("3.3: left out by a decision: nobody was promoted.")
                .contains(
                        "Career growth: the indicator is left out (because: nobody was promoted)");
    }

    @Test
    void rowsThatDoNotConcernTheBodyHaveADash() {
        assertThat(Extracted.document(central.conclusion(), Language.EN))
                .contains("2 Building of “smart” cities –")
                .contains("2: does not concern this body (¶66).");
        assertThat(Extracted.document(local.conclusion(), Language.EN))
                .contains("2 Building of “smart” cities 7.00")
                .contains("8: does not concern this body (¶78-1).");
    }

    @Test
    void bonusesStopAtTheCapOfTheCriterion() {
        ExampleConclusion best =
                central.with(
                        "hours.overtime_weekday=0 hours.overtime_weekend=0"
                                + " training.advanced_done=40 training.retraining_done=10"
                                + " training.late=0 training.missed=0"
                                + " strategy.execution_percent=90");
        for (int statement = 1; statement <= 14; statement++) {
            best = best.with("survey.q" + statement + "=0/0/0/40");
        }
        assertThat(Extracted.document(best.conclusion(), Language.EN))
                .contains("2: 10 + 5 + 5 + 5 + 5 + 1 + 1.5 = 32.5 → at most 30 (¶39) = 30.")
                .contains("2 Work organisation 30 30.00");
    }

    @Test
    void localContentIsNotAddedAboveAHundred() {
        ExampleConclusion full =
                central.with("it.unit_educated=16 it.trained=180")
                        .withPoints("it.arch_portal", "30")
                        .withPoints("it.data_currency", "20")
                        .withPoints("it.automation", "25")
                        .withPoints("it.unused_systems", "0");
        assertThat(Extracted.document(full.conclusion(), Language.EN))
                .contains("the 5 points for local content are not added");
    }

    @Test
    void whatIsTakenAway_hasItsMinus_andIsRed() throws IOException {
        Conclusion conclusion = central.withPoints("it.unused_systems", "3.3").conclusion();

        String document = Extracted.document(conclusion, Language.EN);
        assertThat(document).contains("−3.30").doesNotContain(" 3.30").contains("−3.3 points");
        assertThat(Extracted.inRed(ConclusionDocument.write(conclusion, Language.EN)))
                .contains("−3.30", "Penalty points for report information");
        String workbook = Extracted.workbook(conclusion, Language.EN);
        assertThat(workbook).contains("0.00;[Red]").contains("<v>-3.3").contains("B3261E");
        assertThat(workbook).doesNotContain("<v>3.3");
    }

    /// Penalties of reports are facts that take away.
    @Test
    void penaltiesAmongTheFacts_haveTheirMinus() {
        assertThat(Extracted.document(central.conclusion(), Language.EN)).contains("−1; −0.5");
    }

    @Test
    void penaltiesForReportsStandBelowTheTable() {
        assertThat(Extracted.document(central.conclusion(), Language.EN))
                .contains("(¶24), taken from the overall score: 1.50.")
                .contains("73.595833 − 1.5 (1 + 0.5 = 1.5, at most 10, ¶24) = 72.095833");
        assertThat(
                        Extracted.document(
                                central.with("information.pm= information.it=").conclusion(),
                                Language.EN))
                .contains("There are no penalty points for report information (¶24).");
    }

    @Test
    void otherReadingsStandBesideTheScore() {
        Conclusion conclusion =
                central.by(Setting.AGREEMENT_INDEX, "minmax", "order No. 7").conclusion();
        DirectionScore personnel = conclusion.assessment().direction("pm");
        Wording words = new Wording(Language.EN);
        String text = Extracted.document(conclusion, Language.EN);
        assertThat(text).contains("(mean code − 1) / 3 (because: order No. 7)");
        BigDecimal byDefault =
                Objects.requireNonNull(
                        personnel
                                .alternatives()
                                .getOrDefault("agreement_index", Map.of())
                                .get("mean_over_max"));
        assertThat(text)
                .contains("mean code / 4) the overall score is " + words.points(byDefault))
                .contains("by the formula of ¶81) the overall score is 68.13.");
    }

    @Test
    void aReleasedRunSaysWhy() {
        assertThat(
                        Extracted.document(
                                central.in(
                                                new Conclusion.Run(
                                                        "2025-2",
                                                        Conclusion.Kind.PRELIMINARY,
                                                        Optional.of("a flood")))
                                        .conclusion(),
                                Language.EN))
                .contains("preliminary conclusion · run No. 2025-2")
                .contains("Released although directions are incomplete, because: a flood.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyRowHasItsNameFromTheAppendix(Language language) {
        Wording words = new Wording(language);
        ExampleConclusion.METHODOLOGY
                .indicators()
                .forEach(indicator ->
                        assertThat(words.find("row." + indicator.id()))
                                .as(indicator.id())
                                .isPresent());
    }

    @Test
    void theAgencysAnalysisIsPrintedWhereItWasWritten() {
        Conclusion blank = central.conclusion();
        Conclusion written =
                new Conclusion(
                        blank.body(),
                        blank.name(),
                        blank.run(),
                        blank.methodology(),
                        blank.assessment(),
                        blank.facts(),
                        Map.of("it", "Талдау мәтіні."));
        assertThat(Extracted.document(written, Language.KK)).contains("талдау: Талдау мәтіні.");
    }

    private static PDDocument kazakh(Conclusion conclusion) throws IOException {
        return Loader.loadPDF(ConclusionDocument.write(conclusion, Language.KK));
    }

    private static BigDecimal number(List<Row> rows, String number, int column) {
        return rows.stream()
                .filter(row -> cell(row, 0).equals(number))
                .findFirst()
                .orElseThrow()
                .getCell(column)
                .asNumber();
    }

    private static String cell(Row row, int column) {
        return row.getOptionalCell(column).map(cell -> cell.getText()).orElse("");
    }
}
