package kz.bagalau.facts.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.facts.StandingPoints;
import kz.bagalau.forms.workbook.cell.Area;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// The points entered by hand and the sectors' scores of a year as a workbook that can be changed
/// and sent back ([EnteredFile]). The row under the headings names the columns for programs, so
/// that it can be read in any language and with its columns in another order.
final class EnteredWorkbook {

    static final String BODY = "body";
    static final String INDICATOR = "indicator";
    static final String POINTS = "points";
    static final String BASIS = "basis";
    static final String DOCUMENT = "document";
    static final String VERSION = "version";
    static final String YEAR = "year";

    private static final Texts TEXTS =
            Texts.beside(EnteredWorkbook.class, "entered-facts.properties");
    private static final List<String> POINTS_COLUMNS =
            List.of(BODY, "name", INDICATOR, "label", "maximum", POINTS, BASIS, DOCUMENT, VERSION);
    private static final BigDecimal MOST_SECTOR = BigDecimal.valueOf(6900);
    private static final CellStyle CODES = CellStyle.PLAIN.italic();

    private final Caller caller;
    private final int year;
    private final Language language;

    EnteredWorkbook(Caller caller, int year, Language language) {
        this.caller = caller;
        this.year = year;
        this.language = language;
    }

    /// The names of the sectors' scores.
    static List<String> sectors() {
        return Vocabulary.all().stream()
                .map(FactType::name)
                .filter(name -> name.startsWith("smart."))
                .toList();
    }

    /// @param sets what stands about each of the bodies
    byte[] write(List<StateBody> bodies, Map<String, FactSet> sets) {
        String title = TEXTS.text("title").with(Integer.toString(year)).in(language);
        Spreadsheet book =
                new Spreadsheet(title)
                        .stamp("form", "entered-facts/1")
                        .stamp(YEAR, Integer.toString(year));
        points(book.sheet(text("sheet.points")), title, bodies, sets);
        if (caller.has(Role.DIGITAL)) {
            sectors(book.sheet(text("sheet.sectors")), title, bodies, sets);
        }
        return book.bytes();
    }

    private void points(
            Sheet sheet, String title, List<StateBody> bodies, Map<String, FactSet> sets) {
        sheet.widths(18, 40, 20, 40, 12, 10, 50, 20, 20);
        int first =
                head(
                        sheet,
                        title,
                        POINTS_COLUMNS,
                        POINTS_COLUMNS.stream().map(this::text).toList());
        for (StateBody body : bodies) {
            FactSet set = Optional.ofNullable(sets.get(body.id())).orElseThrow();
            EntryRules entering = new EntryRules(body.kind(), set);
            for (Indicator indicator : indicators(entering)) {
                Optional<StandingPoints> stands =
                        Optional.ofNullable(set.manual().get(indicator.id()));
                BigDecimal maximum = entering.maximum(indicator.id()).orElseThrow();
                int row =
                        sheet.row(
                                CellStyle.BOXED,
                                Content.of(body.id()),
                                Content.of(body.name().in(language)),
                                Content.of(indicator.id()),
                                Content.of(indicator.label().in(language)),
                                Content.of(maximum));
                sheet.put(
                        row,
                        5,
                        stands.map(points -> Content.of(points.points().points()))
                                .orElseGet(Content.Empty::new),
                        CellStyle.INPUT);
                String error = TEXTS.text("number").with(Decimals.plain(maximum)).in(language);
                sheet.decimal(Area.cell(row, 5), BigDecimal.ZERO, maximum, error);
                sheet.put(
                        row,
                        6,
                        Content.of(stands.map(points -> points.points().basis()).orElse("")),
                        CellStyle.INPUT);
                sheet.put(
                        row,
                        7,
                        Content.of(
                                stands.flatMap(points ->
                                                Optional.ofNullable(points.points().document()))
                                        .orElse("")),
                        CellStyle.INPUT);
                sheet.put(
                        row,
                        8,
                        Content.of(stands.map(StandingPoints::version).orElse("")),
                        CellStyle.BOXED);
            }
        }
        sheet.freeze(first, 0).lock();
    }

    private List<Indicator> indicators(EntryRules entering) {
        return EntryRules.inForce(AssessedPeriod.ofYear(year)).stream()
                .flatMap(methodology -> methodology.indicators().stream())
                .filter(indicator -> EntryRights.may(caller, indicator.id()))
                .filter(indicator -> entering.refusal("", indicator.id()).isEmpty())
                .toList();
    }

    private void sectors(
            Sheet sheet, String title, List<StateBody> bodies, Map<String, FactSet> sets) {
        List<String> sectors = sectors();
        List<String> columns = new ArrayList<>(List.of(BODY, "name"));
        columns.addAll(sectors);
        columns.addAll(List.of(BASIS, DOCUMENT, VERSION));
        sheet.widths(18, 40, 12, 12, 12, 12, 12, 12, 12, 12, 12, 50, 20, 20);
        int first = head(sheet, title, columns, columns.stream().map(this::heading).toList());
        for (StateBody body : bodies) {
            FactSet set = Optional.ofNullable(sets.get(body.id())).orElseThrow();
            EntryRules entering = new EntryRules(body.kind(), set);
            if (!entering.concerns(sectors.getFirst())) {
                continue;
            }
            int row =
                    sheet.row(
                            CellStyle.BOXED,
                            Content.of(body.id()),
                            Content.of(body.name().in(language)));
            for (String sector : sectors) {
                int column = columns.indexOf(sector);
                sheet.put(row, column, content(set, sector), CellStyle.INPUT);
                sheet.decimal(
                        Area.cell(row, column),
                        BigDecimal.ZERO,
                        MOST_SECTOR,
                        TEXTS.text("number").with(Decimals.plain(MOST_SECTOR)).in(language));
            }
            sheet.put(row, columns.indexOf(BASIS), source(set, sectors, BASIS), CellStyle.INPUT);
            sheet.put(
                    row,
                    columns.indexOf(DOCUMENT),
                    source(set, sectors, DOCUMENT),
                    CellStyle.INPUT);
            sheet.put(row, columns.indexOf(VERSION), Content.of(version(set)), CellStyle.BOXED);
        }
        sheet.freeze(first, 0).lock();
    }

    /// Of all the sectors' scores of a body together; empty where there is none.
    static String version(FactSet set) {
        List<String> versions = new ArrayList<>();
        for (String sector : sectors()) {
            StandingFact fact = set.facts().get(sector);
            if (fact != null) {
                versions.add(fact.version().substring(0, 8));
            }
        }
        return String.join("-", versions);
    }

    private int head(Sheet sheet, String title, List<String> codes, List<String> headings) {
        sheet.across(title, codes.size(), 1, CellStyle.TITLE);
        sheet.across(text("how"), codes.size(), 2, CellStyle.PLAIN);
        sheet.row(CellStyle.HEADING, headings.toArray(String[]::new));
        sheet.row(CODES, codes.toArray(String[]::new));
        return sheet.next();
    }

    private String heading(String column) {
        return Vocabulary.find(column)
                .map(fact -> fact.label().in(language))
                .orElseGet(() -> text(column));
    }

    private static Content content(FactSet set, String fact) {
        StandingFact stands = set.facts().get(fact);
        return stands != null && stands.value() instanceof FactValue.Amount(var amount)
                ? Content.of(amount)
                : new Content.Empty();
    }

    /// Basis or document of the first score that has one.
    private static Content source(FactSet set, List<String> sectors, String field) {
        for (String sector : sectors) {
            StandingFact fact = set.facts().get(sector);
            if (fact != null && fact.claim().source().hasNonNull(field)) {
                return Content.of(fact.claim().source().path(field).asText());
            }
        }
        return new Content.Empty();
    }

    private String text(String name) {
        return TEXTS.text(name).in(language);
    }
}
