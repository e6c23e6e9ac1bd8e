package kz.bagalau.forms.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import kz.bagalau.forms.report.entry.CellCheck;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.Located;
import kz.bagalau.forms.report.place.TableStream;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.row.RowNotRead;
import kz.bagalau.forms.workbook.IncomingFile;
import kz.bagalau.forms.workbook.IncomingSheet;
import kz.bagalau.forms.workbook.Opened;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.worktime.EmployersAct;
import kz.bagalau.rules.worktime.MonthOvertime;
import kz.bagalau.rules.worktime.Pairing;
import kz.bagalau.rules.worktime.Passage;
import kz.bagalau.rules.worktime.Person;
import kz.bagalau.rules.worktime.Schedule;
import kz.bagalau.rules.worktime.Scope;
import kz.bagalau.rules.worktime.WorkTime;

/// Reads a month's `access-events` row by row, so that the memory it needs grows with what counts
/// and not with what else is in the file, and adds up the overtime (¶40.1, ¶40.2).
public final class AccessEvents {

    /// A month of a ministry with two thousand people who pass six times a day, half as much again.
    private static final int MOST_ROWS = 400_000;

    /// An act over midnight that is longer has rather its start and end in each other's place.
    private static final Duration LONG_ACT = Duration.ofHours(12);

    private final Form form = Forms.find("access-events").orElseThrow();
    private final YearMonth month;
    private final Findings findings = new Findings();
    private final CellCheck check;
    private final Set<String> seen = new HashSet<>();

    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, Passage.Direction> directions = new HashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, List<Passage>> passages = new HashMap<>();
    private final Map<String, Mention> mentions = new LinkedHashMap<>();
    private final Map<String, List<EmployersAct>> acts = new HashMap<>();
    private final Schedule schedule;
    private final List<Scheduled> scheduled = new ArrayList<>();
    private final List<Above> above = new ArrayList<>();
    private int ofMonth;
    private int neighbouring;
    private boolean anyTime;

    private AccessEvents(YearMonth month, Schedule schedule) {
        this.month = month;
        this.schedule = schedule;
        this.check = new CellCheck(findings, month.getYear());
    }

    /// What a file says.
    ///
    /// @param reading problems and warnings; its facts are made when all months are there
    /// @param overtime empty where the file is not accepted
    /// @param schedule by which it was counted, with the rows of the file
    public record Read(Reading reading, Optional<MonthOvertime> overtime, Schedule schedule) {}

    /// Where somebody is named first.
    private record Mention(String sheet, Cell cell) {}

    /// What seems to be an entry over the headings.
    ///
    /// @param person whom a passage names
    private record Above(String sheet, Cell cell, Optional<String> person) {}

    /// Where a row of working time stands.
    private record Scheduled(String whose, String sheet, Cell cell) {}

    /// Reads a file, and reports everything that is wrong with it.
    ///
    /// @param calendar of the month's year
    /// @param schedule the acts of flexible time and the work rules of the body; the rows of the
    ///   file are added to it
    public static Read read(
            Path file, FileType type, YearMonth month, CalendarYear calendar, Schedule schedule) {
        AccessEvents events = new AccessEvents(month, schedule);
        Opened opened = IncomingFile.open(file, type, events.form.limits().withRows(MOST_ROWS));
        switch (opened) {
            case Opened.Refused(var refusal) -> events.findings.problem(FormProblem.of(refusal));
            case Opened.Readable(var readable) -> {
                try (readable) {
                    for (IncomingSheet sheet : readable.sheets()) {
                        if (sheet.hidden()) {
                            HiddenParts.warnOfSheet(sheet, events.form.tables(), events.findings);
                        } else {
                            events.read(sheet);
                        }
                    }
                }
                events.checkTables();
            }
        }
        return events.count(calendar);
    }

    private void read(IncomingSheet sheet) {
        HiddenParts hidden = new HiddenParts(sheet.name(), sheet.hiddenColumns());
        TableStream tables =
                new TableStream(
                        form.tables(),
                        (located, row) -> above(sheet.name(), located, row),
                        (located, row) -> {
                            hidden.meet(located, row);
                            entry(sheet.name(), located, row);
                        });
        sheet.read(tables).ifPresent(refusal -> findings.problem(FormProblem.of(refusal)));
        List<Located> found = tables.finish();
        hidden.warn(findings);
        for (Located located : found) {
            seen.add(located.table().id());
            located.twice()
                    .forEach((column, place) ->
                            findings.problem(
                                    FormProblem.of(
                                            sheet.name(),
                                            Cell.address(located.lastRow(), place),
                                            Code.COLUMN_TWICE,
                                            located.table().column(column).heading())));
            for (Column column : located.missing()) {
                findings.problem(
                        FormProblem.of(
                                sheet.name(),
                                Cell.address(located.lastRow(), 1),
                                Code.COLUMN_MISSING,
                                column.heading()));
            }
        }
    }

    /// A row over the headings that says all that an entry says was sorted away from under them,
    /// with the headings. A title is none: of a passage the person has to stand among the persons.
    private void above(String sheet, Located located, Row row) {
        List<Column> required =
                located.table().columns().stream().filter(Column::required).toList();
        CellCheck quiet = new CellCheck(new Findings(), month.getYear());
        boolean entry =
                located.missing().isEmpty()
                        && required.stream()
                                .map(column -> located.cell(row, column.id()).orElseThrow())
                                .noneMatch(Entry::empty)
                        && required.stream()
                                .allMatch(column ->
                                        quiet.check(
                                                sheet, column, cell(located, row, column.id())));
        if (entry) {
            Cell first = cell(located, row, required.getFirst().id());
            above.add(
                    new Above(
                            sheet,
                            first,
                            located.table().id().equals("passages")
                                    ? Optional.of(key(cell(located, row, "person").text()))
                                    : Optional.empty()));
        }
    }

    private void entry(String sheet, Located located, Row row) {
        if (!located.missing().isEmpty()
                || !located.twice().isEmpty()
                || !sound(sheet, located, row)) {
            return;
        }
        switch (located.table().id()) {
            case "passages" -> passage(sheet, located, row);
            case "persons" -> person(sheet, located, row);
            case "schedule" -> schedule(sheet, located, row);
            default -> act(sheet, located, row);
        }
    }

    /// Whether each cell says what its column asks for. An empty row is passed over.
    private boolean sound(String sheet, Located located, Row row) {
        boolean any = false;
        for (int place : located.columns().values()) {
            any |= !Entry.empty(row.cell(place));
        }
        if (!any) {
            return false;
        }
        boolean sound = true;
        for (Column column : located.table().columns()) {
            Integer place = located.columns().get(column.id());
            if (place == null) {
                continue;
            }
            Cell cell = row.cell(place);
            if (!Entry.empty(cell)) {
                sound &= check.check(sheet, column, cell);
            } else if (column.required()) {
                findings.problem(sheet, cell, Code.VALUE_MISSING, column.heading());
                sound = false;
            }
        }
        return sound;
    }

    private void passage(String sheet, Located located, Row row) {
        Cell time = cell(located, row, "time");
        LocalDateTime at = time.dateTime().orElseThrow();
        Cell person = cell(located, row, "person");
        String whom;
        if (!at.isBefore(MonthOvertime.begin(month)) && at.isBefore(MonthOvertime.end(month))) {
            ofMonth++;
            anyTime |= !at.toLocalTime().equals(LocalTime.MIDNIGHT);
            whom = mentioned(sheet, person);
        } else if (MonthOvertime.neighbours(month, at)) {
            neighbouring++;
            whom = key(person.text());
        } else {
            findings.problem(sheet, time, Code.NOT_IN_MONTH, FormProblem.same(month));
            return;
        }
        passages.computeIfAbsent(whom, _ -> new ArrayList<>())
                .add(new Passage(at, direction(located, row)));
    }

    private Passage.Direction direction(Located located, Row row) {
        Optional<Cell> cell = located.cell(row, "direction").filter(found -> !found.blank());
        return cell.map(found ->
                        directions.computeIfAbsent(
                                found.text(),
                                text ->
                                        located.table()
                                                .column("direction")
                                                .word(text)
                                                .map(word ->
                                                        word.id().equals("in")
                                                                ? Passage.Direction.IN
                                                                : Passage.Direction.OUT)
                                                .orElseThrow()))
                .orElse(Passage.Direction.UNKNOWN);
    }

    private void person(String sheet, Located located, Row row) {
        Cell named = cell(located, row, "person");
        String key = key(named.text());
        Scope scope =
                located.table()
                        .column("scope")
                        .word(cell(located, row, "scope").text())
                        .map(word -> Scope.valueOf(word.id()))
                        .orElseThrow();
        String employee =
                located.cell(row, "employee")
                        .filter(cell -> !Entry.empty(cell))
                        .map(Cell::text)
                        .orElseGet(named::text);
        Person person =
                new Person(key, key(cell(located, row, "unit").text()), scope, employee.strip());
        if (people.putIfAbsent(key, person) != null) {
            findings.problem(
                    sheet, named, Code.VALUE_TWICE, located.table().column("person").heading());
        }
    }

    private void schedule(String sheet, Located located, Row row) {
        Optional<LocalTime> start = start(sheet, located, row);
        if (start.isEmpty()) {
            return;
        }
        Cell last = cell(located, row, "end");
        WorkTime time = new WorkTime(start.get(), last.endTime().orElseThrow());
        if (time.endsNextDay()) {
            findings.warning(
                    sheet,
                    last,
                    Code.ENDS_NEXT_DAY,
                    FormProblem.same(time.start()),
                    FormProblem.same(time.end()));
        }
        Cell whose = cell(located, row, "whose");
        LocalDate from = cell(located, row, "from").date().orElseThrow();
        scheduled.add(new Scheduled(key(whose.text()), sheet, whose));
        if (!schedule.put(key(whose.text()), from, time)) {
            findings.problem(sheet, whose, Code.SCHEDULE_TWICE);
        }
    }

    private void act(String sheet, Located located, Row row) {
        LocalDate date = cell(located, row, "date").date().orElseThrow();
        if (date.isBefore(MonthOvertime.begin(month).toLocalDate())
                || date.isAfter(MonthOvertime.end(month).toLocalDate())) {
            findings.problem(
                    sheet, cell(located, row, "date"), Code.NOT_IN_MONTH, FormProblem.same(month));
            return;
        }
        Optional<LocalTime> start = start(sheet, located, row);
        if (start.isEmpty()) {
            return;
        }
        Cell last = cell(located, row, "end");
        LocalDateTime from = date.atTime(start.get());
        LocalDateTime end = date.atTime(last.endTime().orElseThrow());
        LocalDateTime to = end.isAfter(from) ? end : end.plusDays(1);
        boolean overMidnight = to.isAfter(date.plusDays(1).atStartOfDay());
        if (overMidnight && Duration.between(from, to).compareTo(LONG_ACT) > 0) {
            findings.warning(
                    sheet,
                    last,
                    Code.ACT_ENDS_NEXT_DAY,
                    FormProblem.same(from.toLocalTime()),
                    FormProblem.same(to.toLocalTime()));
        }
        String whom = mentioned(sheet, cell(located, row, "person"));
        acts.computeIfAbsent(whom, _ -> new ArrayList<>())
                .add(new EmployersAct(from, to, cell(located, row, "act").text()));
    }

    /// The time at which something starts; 24:00 is none.
    private Optional<LocalTime> start(String sheet, Located located, Row row) {
        Cell cell = cell(located, row, "start");
        if (cell.time().isEmpty()) {
            findings.problem(sheet, cell, Code.NOT_A_TIME, CellCheck.shown(cell));
        }
        return cell.time();
    }

    private static Cell cell(Located located, Row row, String column) {
        return located.cell(row, column).orElseThrow();
    }

    /// The key of somebody who has to stand among the persons.
    private String mentioned(String sheet, Cell cell) {
        String key = key(cell.text());
        mentions.putIfAbsent(key, new Mention(sheet, cell));
        return key;
    }

    /// The first spelling of a person or unit: letters that look alike are the same, digits and
    /// signs are not.
    private String key(String text) {
        return keys.computeIfAbsent(
                text, _ -> spellings.computeIfAbsent(withLettersAlike(text), _ -> text));
    }

    private static String withLettersAlike(String text) {
        StringBuilder alike = new StringBuilder(text.length());
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(c -> alike.append(LookalikeKey.of(c).isEmpty() ? c : LookalikeKey.of(c)));
        return alike.toString();
    }

    private void checkTables() {
        for (Table table : form.tables()) {
            if (table.required() && !seen.contains(table.id())) {
                findings.problem(FormProblem.of("", "", Code.TABLE_MISSING, table.title()));
            }
        }
        above.stream()
                .filter(row -> row.person().map(people::containsKey).orElse(true))
                .forEach(row ->
                        findings.problem(
                                row.sheet(),
                                row.cell(),
                                Code.ROW_NOT_READ,
                                RowNotRead.ABOVE.text()));
        Set<String> units = units();
        scheduled.stream()
                .filter(row -> people.containsKey(row.whose()) && units.contains(row.whose()))
                .forEach(row ->
                        findings.problem(
                                row.sheet(),
                                row.cell(),
                                Code.SCHEDULE_OF_TWO,
                                CellCheck.shown(row.cell())));
        if (findings.none() && ofMonth == 0) {
            findings.problem(
                    FormProblem.of(
                            "", "", Code.TABLE_WITHOUT_ROWS, form.table("passages").title()));
        }
        if (ofMonth > 0 && !anyTime) {
            findings.problem(FormProblem.of("", "", Code.ALL_AT_MIDNIGHT));
        }
        mentions.forEach((key, mention) -> {
            if (!people.containsKey(key)) {
                findings.problem(
                        mention.sheet(),
                        mention.cell(),
                        Code.UNKNOWN_PERSON,
                        CellCheck.shown(mention.cell()));
            }
        });
    }

    private Read count(CalendarYear calendar) {
        if (!findings.none()) {
            return new Read(reading(), Optional.empty(), schedule);
        }
        MonthOvertime overtime =
                MonthOvertime.of(
                        month, List.copyOf(people.values()), passages, schedule, acts, calendar);
        for (String person : overtime.withoutSchedule()) {
            Mention mention = Optional.ofNullable(mentions.get(person)).orElseThrow();
            findings.problem(
                    mention.sheet(),
                    mention.cell(),
                    Code.NO_SCHEDULE,
                    CellCheck.shown(mention.cell()));
        }
        warn(Code.EXITS_MISSING, unpaired(overtime, Pairing.Missing.EXIT));
        warn(Code.ENTRIES_MISSING, unpaired(overtime, Pairing.Missing.ENTRY));
        warn(Code.PASSAGES_REPEATED, overtime.duplicates());
        warn(Code.NEIGHBOURING, neighbouring);
        warnOfActsOfNobody();
        Set<String> units = units();
        warn(
                Code.SCHEDULE_OF_NOBODY,
                scheduled.stream()
                        .map(Scheduled::whose)
                        .filter(whose -> !people.containsKey(whose) && !units.contains(whose))
                        .count());
        return new Read(
                reading(), findings.none() ? Optional.of(overtime) : Optional.empty(), schedule);
    }

    private Set<String> units() {
        return people.values().stream().map(Person::unit).collect(Collectors.toSet());
    }

    /// Their acts would count for nothing and nobody would know.
    private void warnOfActsOfNobody() {
        SortedSet<String> missing = schedule.underActs(month);
        people.values().forEach(person -> missing.remove(person.employee()));
        if (!missing.isEmpty()) {
            findings.warning(
                    FormProblem.of(
                            "",
                            "",
                            Code.ACT_OF_NOBODY,
                            FormProblem.same(String.join(", ", missing))));
        }
    }

    private static long unpaired(MonthOvertime overtime, Pairing.Missing missing) {
        return overtime.unpaired().values().stream()
                .flatMap(List::stream)
                .filter(unpaired -> unpaired.missing() == missing)
                .count();
    }

    private void warn(Code code, long count) {
        if (count > 0) {
            findings.warning(FormProblem.of("", "", code, FormProblem.same(count)));
        }
    }

    private Reading reading() {
        return new Reading(
                findings.problems(),
                findings.more(),
                findings.warnings(),
                List.of(),
                Map.of(),
                Map.of());
    }
}
