package kz.bagalau.appraisal.yearly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.bagalau.appraisal.yearly.YearlyContent.Entered;
import kz.bagalau.cases.Document;
import kz.bagalau.rules.appraisal.AppraisalSetting.MultiCase;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.YearlyScore;
import kz.bagalau.rules.appraisal.YearlyScore.QuarterCase;
import kz.bagalau.rules.appraisal.YearlyScore.Standing;
import kz.bagalau.rules.monitoring.Quarter;

/// Everything that is known of an employee's year, in all bodies.
///
/// @param body where the yearly score is formed (G-43)
/// @param cases the appraisals of its quarters
/// @param unopened quarters of that body in which the employee is to be assessed and has no case
///   yet
/// @param entered quarters that were scored elsewhere
/// @param choices of the personnel service, for quarters with several assessed cases
/// @param document the yearly score as it stands; empty before it is collected
public record YearOf(
        int year,
        String employee,
        String body,
        List<YearCase> cases,
        Set<Quarter> unopened,
        SortedMap<Quarter, Entered> entered,
        SortedMap<Quarter, MultiCase> choices,
        EmployeeSettings settings,
        Optional<Document> document) {

    public YearOf {
        cases = List.copyOf(cases);
        unopened = Set.copyOf(unopened);
        entered = new TreeMap<>(entered);
        choices = new TreeMap<>(choices);
    }

    /// The same with what a later version of the document says.
    public YearOf with(YearlyContent content) {
        SortedMap<Quarter, Entered> nowEntered = new TreeMap<>(entered);
        nowEntered.putAll(content.entered());
        SortedMap<Quarter, MultiCase> nowChosen = new TreeMap<>(choices);
        nowChosen.putAll(content.choices());
        return new YearOf(
                year, employee, body, cases, unopened, nowEntered, nowChosen, settings, document);
    }

    YearOf withEntered(SortedMap<Quarter, Entered> scores) {
        return new YearOf(
                year, employee, body, cases, unopened, scores, choices, settings, document);
    }

    List<QuarterCase> quarterCases() {
        List<QuarterCase> all = new ArrayList<>();
        cases.stream().map(YearCase::entering).forEach(all::add);
        entered.values().stream().map(Entered::entering).forEach(all::add);
        unopened.stream()
                .filter(quarter -> !entered.containsKey(quarter))
                .map(quarter ->
                        new QuarterCase(
                                quarter, Standing.NO_SCORE, Optional.empty(), 0, quarter.last()))
                .forEach(all::add);
        return all;
    }

    public YearlyScore.Result result() {
        return YearlyScore.of(quarterCases(), choices, settings);
    }

    SortedSet<Quarter> quarters() {
        SortedSet<Quarter> quarters = new TreeSet<>();
        quarterCases().forEach(each -> quarters.add(each.quarter()));
        return quarters;
    }

    List<YearCase> casesOf(Quarter quarter) {
        return cases.stream().filter(each -> each.quarter().equals(quarter)).toList();
    }

    /// How many scores a quarter has or can still get.
    public int assessedIn(Quarter quarter) {
        return (int)
                quarterCases().stream()
                        .filter(each ->
                                each.quarter().equals(quarter)
                                        && each.standing() != Standing.NOT_ASSESSED)
                        .count();
    }

    /// Whether a quarter waits for nobody.
    boolean settled(Quarter quarter) {
        return quarterCases().stream()
                .filter(each -> each.quarter().equals(quarter))
                .map(QuarterCase::standing)
                .allMatch(standing ->
                        standing == Standing.SETTLED || standing == Standing.NOT_ASSESSED);
    }

    /// A quarter that is weighted by days, and has a score whose days nobody knows.
    public Optional<Quarter> weightless() {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue() == MultiCase.WEIGHTED_BY_DAYS)
                .map(SortedMap.Entry::getKey)
                .filter(this::hasUnknownDays)
                .findFirst();
    }

    private boolean hasUnknownDays(Quarter quarter) {
        return Stream.concat(
                        cases.stream()
                                .filter(each -> each.quarter().equals(quarter))
                                .filter(each -> each.score().isPresent())
                                .map(YearCase::workedDays),
                        Optional.ofNullable(entered.get(quarter)).stream().map(Entered::workedDays))
                .anyMatch(days -> days == 0);
    }

    /// The last day of the year.
    LocalDate end() {
        return LocalDate.of(year, 12, 31);
    }
}
