package kz.bagalau.survey.tally;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.fact.AnswerCounts;
import kz.bagalau.rules.operational.setting.AgreementIndex;

/// What is published of one question, of everybody or of one group.
public sealed interface Statement {

    /// The question, `q1`.
    String id();

    /// @param options how many chose each code
    /// @param answered how many people answered
    /// @param scale only for the statements 1 to 26, whose codes are a scale
    record Published(
            String id, SortedMap<Integer, Integer> options, int answered, Optional<Scale> scale)
            implements Statement {}

    /// Nothing is published: neither counts nor size.
    record Withheld(String id, Reason reason) implements Statement {}

    enum Reason {
        /// Fewer than k people who logged in answered this question in all.
        BELOW_MINIMUM,
        /// Too few of the group's people were enrolled for anything of it to be published.
        TOO_FEW_ENROLLED,
        /// This group, or another one that it would give away, is below the minimum or of one mind.
        /// Which of them it is, is not published: that alone would often be enough to work it out.
        COMPLEMENTARY
    }

    /// @param mean of the codes, at most 6 decimals
    /// @param index of agreement by each method, at most 6 decimals
    record Scale(BigDecimal mean, Map<AgreementIndex, BigDecimal> index) {

        public Scale {
            index = Collections.unmodifiableMap(new EnumMap<>(index));
        }

        static Scale of(AnswerCounts counts) {
            Map<AgreementIndex, BigDecimal> index = new EnumMap<>(AgreementIndex.class);
            for (AgreementIndex method : AgreementIndex.values()) {
                index.put(method, Decimals.points(method.of(counts)));
            }
            return new Scale(Decimals.points(AgreementIndex.mean(counts)), index);
        }
    }
}
