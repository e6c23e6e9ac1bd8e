package kz.bagalau.appraisal.desk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.Banding;

/// A score in a request: a decimal in a text, such as `"4.20"`.
public final class Points {

    private static final int MAX = 20;
    private static final int PLACES = 2;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private Points() {}

    /// Empty where it is missing or none; then the error is noted. Range and step are the form's.
    public static Optional<BigDecimal> read(Input input, String field) {
        String text = input.text(field, MAX);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!DECIMAL.matcher(text).matches()) {
            input.error(field, FieldProblem.BAD_FORMAT, "4.20");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /// 4.2 and 4.20 are one number, shown with two places.
    public static String shown(BigDecimal score) {
        BigDecimal plain = score.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), PLACES)).toPlainString();
    }

    /// Notes what is wrong with a number that is a whole score.
    ///
    /// @param form by which it was, or would be, scored
    public static void check(Input input, String field, BigDecimal score, AppraisalForm form) {
        form.mistakeOf(score)
                .ifPresent(code -> {
                    if (code == AppraisalForm.Code.OUT_OF_RANGE) {
                        input.error(
                                field,
                                FieldProblem.OUT_OF_RANGE,
                                Banding.LEAST.toPlainString(),
                                Banding.MOST.toPlainString());
                    } else {
                        input.error(field, AppraisalProblem.WRONG_STEP, score.toPlainString());
                    }
                });
    }
}
