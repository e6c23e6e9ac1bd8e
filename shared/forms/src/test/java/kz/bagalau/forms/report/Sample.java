package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.rules.Language;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;

/// Random content of a form that a body could have filled in, with the facts that it states,
/// counted here in another way than the reader counts them.
///
/// @param tables rows by table; a row is texts and numbers by column id
final class Sample {

    final String form;
    final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    final Map<String, String> facts = new HashMap<>();
    private final Random random;

    /// The sheet and address of each value that was written, by table, row and column.
    final Map<String, String> addresses = new HashMap<>();

    private Sample(String form, Random random) {
        this.form = form;
        this.random = random;
    }

    static Sample of(String form, long seed) {
        Sample sample = new Sample(form, new Random(seed));
        switch (form) {
            case "appendix-1" -> sample.appendix1();
            case "appendix-2" -> sample.appendix2();
            case "appendix-7" -> sample.appendix7();
            case "appendix-8" -> sample.appendix8();
            case "hr-statistics" -> sample.statistics();
            default -> throw new IllegalArgumentException(form);
        }
        return sample;
    }

    private void appendix1() {
        int dismissed = 0;
        int interviewed = 0;
        for (int unit = random.nextInt(1, 30); unit > 0; unit--) {
            int service = random.nextInt(20);
            int body = random.nextInt(20);
            int of1 = random.nextInt(service + 1);
            int of2 = random.nextInt(body + 1);
            row(
                    "units",
                    "unit",
                    "Бөлім " + unit,
                    "left_service",
                    service,
                    "left_service_interviewed",
                    of1,
                    "left_body",
                    body,
                    "left_body_interviewed",
                    of2);
            dismissed += service + body;
            interviewed += of1 + of2;
        }
        fact("exit.dismissed", dismissed);
        fact("exit.interviewed", interviewed);
    }

    private void appendix2() {
        int held = random.nextInt(1, 40);
        int observed = 0;
        int recorded = 0;
        for (int i = 0; i < held; i++) {
            boolean observer = random.nextBoolean();
            boolean video = random.nextBoolean();
            String mark = List.of("+", "x", "иә", "V").get(random.nextInt(4));
            row(
                    "competitions",
                    "competition",
                    "Хаттама " + i,
                    observer ? "observer_yes" : "observer_no",
                    mark,
                    video ? "video_yes" : "video_no",
                    "+");
            observed += observer ? 1 : 0;
            recorded += video ? 1 : 0;
        }
        fact("competitions.held", held);
        fact("competitions.observed", observed);
        fact("competitions.recorded", recorded);
    }

    private void appendix7() {
        List<String> columns =
                List.of(
                        "nazarbayev",
                        "candidates",
                        "doctors",
                        "phd",
                        "academy",
                        "bolashak",
                        "foreign",
                        "postgraduate",
                        "reserve",
                        "masters");
        int[] sums = new int[columns.size()];
        for (int unit = random.nextInt(1, 20); unit > 0; unit--) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("unit", "Бөлім " + unit);
            for (int i = 0; i < columns.size(); i++) {
                int count = random.nextInt(9);
                row.put(columns.get(i), count);
                sums[i] += count;
            }
            row.put("headcount", BigDecimal.valueOf(random.nextInt(1000, 9000), 2));
            tables.computeIfAbsent("units", _ -> new ArrayList<>()).add(row);
        }
        for (int i = 0; i < sums.length; i++) {
            fact("staff." + columns.get(i), sums[i]);
        }
    }

    private void appendix8() {
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            row(
                    "1",
                    "system",
                    "Жүйе " + i,
                    "currency",
                    random.nextInt(101),
                    "records",
                    random.nextInt(1_000_000),
                    "objects",
                    "нысандар " + i);
        }
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            row(
                    "2",
                    "number",
                    "15." + i,
                    "function",
                    "Функция " + i,
                    "own_system",
                    random.nextBoolean() ? "Жүйе" : "жоқ");
        }
        pair("3", "staff", "educated", "it.unit_staff", "it.unit_educated");
        pair("4", "employees", "trained", "it.employees", "it.trained");
        pair("6", "indicators", "automatic", "it.indicators", "it.indicators_automatic");
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int sum = random.nextInt(1_000, 1_000_000);
            row(
                    "5",
                    "contract",
                    i + "-K",
                    "tender",
                    "2025",
                    "sum",
                    sum,
                    "term",
                    "2025",
                    "method",
                    "конкурс",
                    "category",
                    "қызмет",
                    "customer",
                    "Орган",
                    "customer_bin",
                    "001240000123",
                    "supplier",
                    "ЖШС",
                    "supplier_bin",
                    "990140000456",
                    "local_sum",
                    random.nextInt(sum),
                    "local_level",
                    random.nextInt(101),
                    "status",
                    "орындалды");
        }
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            row("7", "system", "Ескі жүйе " + i, "holder", "Орган", "reason", "ескірген");
        }
    }

    private void pair(String table, String whole, String part, String wholeFact, String partFact) {
        int all = random.nextInt(1, 500);
        int some = random.nextInt(all + 1);
        row(table, whole, all, part, some);
        fact(wholeFact, all);
        fact(partFact, some);
    }

    private void statistics() {
        List<Integer> months = new ArrayList<>();
        int central = 0;
        for (int month = 1; month <= 12; month++) {
            int all = random.nextInt(50, 200);
            int some = random.nextInt(all + 1);
            months.add(all);
            central += some;
            row("headcount", "month", month, "all", all, "central", some);
        }
        Collections.shuffle(tables.getOrDefault("headcount", List.of()), random);
        facts.put(
                "headcount.monthly",
                months.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        facts.put(
                "headcount.norm_average",
                new BigDecimal(central)
                        .divide(new BigDecimal(12), 12, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
        int[] counts = new int[6];
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            int kind = random.nextInt(2);
            int outcome = random.nextInt(3);
            String done = outcome == 0 ? "01.06.2025" : "02.06.2025";
            Map<String, Object> row =
                    row(
                            "training",
                            "kind",
                            kind == 0 ? "біліктілікті арттыру" : "переподготовка",
                            "due",
                            "01.06.2025",
                            "outcome",
                            List.of("мерзімінде", "late", "не пройдено").get(outcome));
            if (outcome != 2) {
                row.put("done", done);
            }
            counts[kind]++;
            counts[2 + kind] += outcome == 0 ? 1 : 0;
            counts[4] += outcome == 1 ? 1 : 0;
            counts[5] += outcome == 2 ? 1 : 0;
        }
        fact("training.advanced_due", counts[0]);
        fact("training.retraining_due", counts[1]);
        fact("training.advanced_done", counts[2]);
        fact("training.retraining_done", counts[3]);
        fact("training.late", counts[4]);
        fact("training.missed", counts[5]);
        int sent = random.nextInt(20);
        int accepted = random.nextInt(20);
        row("internship", "sent", sent, "accepted", accepted);
        fact("internship.sent", sent);
        fact("internship.accepted", accepted);
        int within = 0;
        int total = 0;
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            int from = random.nextInt(3);
            boolean lowest = random.nextInt(4) == 0;
            row(
                    "appointments",
                    "from",
                    List.of("own system", "аудан", "из другого органа").get(from),
                    "lowest",
                    lowest ? "иә" : "нет");
            total += lowest ? 0 : 1;
            within += lowest || from == 2 ? 0 : 1;
        }
        fact("career.promoted_total", total);
        fact("career.promoted_within", within);
    }

    private Map<String, Object> row(String table, Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
        return row;
    }

    private void fact(String name, int value) {
        facts.put(name, Integer.toString(value));
    }

    /// A workbook as somebody else would make it: any language of headings, columns in any order
    /// with others between them, sheets of other things, blank rows, numbers as text, letters of
    /// the other script, and the tables on sheets of their own or all on one.
    Filled written() {
        Filled filled = Filled.blank();
        Form definition = Forms.find(form).orElseThrow();
        boolean oneSheet = random.nextBoolean();
        if (random.nextBoolean()) {
            filled.put("Мұқаба", "B2", "Есеп").put("Мұқаба", "B3", 2025);
        }
        int top = random.nextInt(5);
        for (Table table : definition.tables()) {
            String name = oneSheet ? "Есеп" : "S" + table.id();
            Sheet sheet =
                    filled.book().getSheet(name) == null
                            ? filled.book().createSheet(name)
                            : filled.book().getSheet(name);
            top = (oneSheet ? top : random.nextInt(5)) + 2;
            top = write(filled, sheet.getSheetName(), table, top) + random.nextInt(1, 3);
        }
        if (random.nextBoolean()) {
            filled.put("Ескертпелер", "A1", "Жиыны").put("Ескертпелер", "B1", 100_000);
        }
        return filled;
    }

    private int write(Filled filled, String sheet, Table table, int top) {
        Language language = Language.values()[random.nextInt(3)];
        boolean grouped =
                table.columns().stream().anyMatch(column -> !column.groupNames().isEmpty());
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, table.columns().size() + 3).boxed().toList());
        if (!grouped) {
            Collections.shuffle(places, random);
        }
        boolean codes = random.nextInt(3) == 0;
        int at = top + 1;
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            if (!column.groupNames().isEmpty()) {
                filled.put(sheet, address(at, places.get(i)), column.groupHeading().in(language));
                filled.put(sheet, address(at + 1, places.get(i)), column.heading().in(language));
            } else {
                filled.put(
                        sheet,
                        address(at, places.get(i)),
                        disguised(column.heading().in(language)));
            }
            if (codes) {
                filled.put(
                        sheet,
                        address(at + (grouped ? 2 : 1), places.get(i)),
                        disguised(column.code()));
            }
        }
        at += (grouped ? 2 : 1) + (codes ? 1 : 0);
        List<Map<String, Object>> rows = tables.getOrDefault(table.id(), List.of());
        for (int i = 0; i < rows.size(); i++) {
            at += random.nextInt(10) == 0 ? 1 : 0;
            for (int c = 0; c < table.columns().size(); c++) {
                Column column = table.columns().get(c);
                Object value = rows.get(i).get(column.id());
                String address = address(at, places.get(c));
                addresses.put(table.id() + "/" + i + "/" + column.id(), sheet + "!" + address);
                if (value != null) {
                    filled.put(sheet, address, dressed(column, value));
                }
            }
            at++;
        }
        return at;
    }

    private Object dressed(Column column, Object value) {
        if (column.type() == Column.Type.PERCENT && random.nextBoolean()) {
            return value + (random.nextBoolean() ? "%" : " %");
        }
        if (column.type().numeric() && random.nextInt(3) == 0) {
            String text = new BigDecimal(value.toString()).toPlainString().replace('.', ',');
            return random.nextBoolean() ? text : "\u00a0" + text + " ";
        }
        return value;
    }

    /// Some letters replaced by those of the other script that look the same.
    private String disguised(String text) {
        String cyrillic = "АВЕКМНОРСТХасеорх";
        String latin = "ABEKMHOPCTXaceopx";
        StringBuilder disguised = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int index = Math.max(cyrillic.indexOf(text.charAt(i)), latin.indexOf(text.charAt(i)));
            if (index >= 0 && random.nextInt(4) == 0) {
                disguised.setCharAt(
                        i, random.nextBoolean() ? latin.charAt(index) : cyrillic.charAt(index));
            }
        }
        return disguised.toString();
    }

    private static String address(int row, int column) {
        return new CellReference(row, column).formatAsString().replace("$", "");
    }

    @Override
    public String toString() {
        return form + Arrays.asList(tables);
    }
}
