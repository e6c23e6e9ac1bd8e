package kz.bagalau.rules.appraisal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.rules.staff.Title;

/// A form by which a quarter is scored, as the Agency enters it.
///
/// @param step between two values of an item, from 0 on
/// @param items in the order of the form
// DOUBT: Annexes 1 and 2 of the Standard Methodology are not in the sources (G-25), read as a form
// that the Agency edits, shipped with one neutral item, because criteria are not invented.
public record AppraisalForm(
        Status status, Aggregation aggregation, BigDecimal step, List<Item> items) {

    public enum Status {
        /// Ours, and printed as such on every document, until the official text is entered.
        PLACEHOLDER,
        OFFICIAL
    }

    /// How the items become the score.
    public enum Aggregation {
        MEAN,
        WEIGHTED_MEAN,
        /// The form has one item, which is the score.
        SINGLE
    }

    /// @param weight for a weighted mean; empty otherwise
    public record Item(String id, Title text, Optional<BigDecimal> weight) {

        public Item {
            if (id.isBlank()) {
                throw new IllegalArgumentException("an item has an id");
            }
        }
    }

    /// What somebody gave for an item.
    public record Given(String item, BigDecimal value) {}

    /// What is wrong with a score.
    ///
    /// @param index of the value that was given; -1 where one is missing
    public record Mistake(Code code, int index, String item) {}

    public enum Code {
        OUT_OF_RANGE,
        WRONG_STEP,
        ITEM_MISSING,
        UNKNOWN_ITEM,
        ITEM_TWICE
    }

    /// A score, or everything that is wrong with it.
    public sealed interface Scored {}

    public record Score(Banding banding) implements Scored {}

    public record Wrong(List<Mistake> mistakes) implements Scored {

        public Wrong {
            mistakes = List.copyOf(mistakes);
        }
    }

    private static final BigDecimal FINEST = new BigDecimal("0.01");

    public AppraisalForm {
        items = List.copyOf(items);
        List<FormMistake> mistakes = mistakes(aggregation, step, items);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("no form: " + mistakes);
        }
    }

    /// What can be wrong with a form.
    public enum FormMistake {
        NO_ITEMS,
        ITEM_TWICE,
        /// SINGLE with more than one item.
        MORE_THAN_ONE,
        /// A weighted mean without a positive weight, or a weight in another form.
        WEIGHT,
        /// No step of at least 0.01 that leads from 0 to 5.
        STEP
    }

    /// All that is wrong with a form as it would be.
    public static List<FormMistake> mistakes(
            Aggregation aggregation, BigDecimal step, List<Item> items) {
        List<FormMistake> mistakes = new ArrayList<>();
        if (items.isEmpty()) {
            mistakes.add(FormMistake.NO_ITEMS);
        }
        if (items.stream().map(Item::id).distinct().count() < items.size()) {
            mistakes.add(FormMistake.ITEM_TWICE);
        }
        if (aggregation == Aggregation.SINGLE && items.size() > 1) {
            mistakes.add(FormMistake.MORE_THAN_ONE);
        }
        boolean weighted = aggregation == Aggregation.WEIGHTED_MEAN;
        if (items.stream().anyMatch(item -> hasWeight(item) != weighted)) {
            mistakes.add(FormMistake.WEIGHT);
        }
        if (!isStep(step)) {
            mistakes.add(FormMistake.STEP);
        }
        return mistakes;
    }

    /// The form that the program comes with: one item "overall".
    public static AppraisalForm shipped() {
        return new AppraisalForm(
                Status.PLACEHOLDER,
                Aggregation.MEAN,
                FINEST,
                List.of(
                        new Item(
                                "overall",
                                new Title("Жалпы баға", "Общая оценка"),
                                Optional.empty())));
    }

    /// The score by this form: ¶17, 0 to 5, each item once and none left out.
    public Scored score(List<Given> given, EmployeeSettings settings) {
        List<Mistake> mistakes = mistakes(given);
        return mistakes.isEmpty()
                ? new Score(Banding.of(aggregate(given), settings.get(AppraisalSetting.ROUNDING)))
                : new Wrong(mistakes);
    }

    /// What is wrong with a number that is the whole score, as a calibration session or an appeal
    /// sets it.
    // DOUBT: ¶22 names no step for a session's score, read as 0.01 where the score is a mean,
    // because the members may keep any mean; otherwise as the form's own.
    public Optional<Code> mistakeOf(BigDecimal score) {
        return mistakeOf(score, aggregation == Aggregation.SINGLE ? step : FINEST);
    }

    private List<Mistake> mistakes(List<Given> given) {
        List<Mistake> mistakes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            Given one = given.get(i);
            int index = i;
            if (items.stream().noneMatch(item -> item.id().equals(one.item()))) {
                mistakes.add(new Mistake(Code.UNKNOWN_ITEM, i, one.item()));
            } else if (!seen.add(one.item())) {
                mistakes.add(new Mistake(Code.ITEM_TWICE, i, one.item()));
            } else {
                mistakeOf(one.value(), step)
                        .ifPresent(code -> mistakes.add(new Mistake(code, index, one.item())));
            }
        }
        items.stream()
                .filter(item -> !seen.contains(item.id()))
                .forEach(item -> mistakes.add(new Mistake(Code.ITEM_MISSING, -1, item.id())));
        return mistakes;
    }

    private static Optional<Code> mistakeOf(BigDecimal value, BigDecimal step) {
        if (value.compareTo(Banding.LEAST) < 0 || value.compareTo(Banding.MOST) > 0) {
            return Optional.of(Code.OUT_OF_RANGE);
        }
        return value.remainder(step).signum() == 0
                ? Optional.empty()
                : Optional.of(Code.WRONG_STEP);
    }

    private Fraction aggregate(List<Given> given) {
        Fraction sum = Fraction.ZERO;
        Fraction weights = Fraction.ZERO;
        for (Given one : given) {
            Fraction weight = Fraction.of(weight(one.item()));
            sum = sum.plus(Fraction.of(one.value()).times(weight));
            weights = weights.plus(weight);
        }
        return sum.over(weights);
    }

    private BigDecimal weight(String item) {
        return items.stream()
                .filter(each -> each.id().equals(item))
                .flatMap(each -> each.weight().stream())
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    private static boolean hasWeight(Item item) {
        return item.weight().filter(weight -> weight.signum() > 0).isPresent();
    }

    private static boolean isStep(BigDecimal step) {
        return step.signum() > 0
                && step.remainder(FINEST).signum() == 0
                && Banding.MOST.remainder(step).signum() == 0;
    }
}
