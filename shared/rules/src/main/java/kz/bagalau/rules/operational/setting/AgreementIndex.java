package kz.bagalau.rules.operational.setting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.fact.AnswerCounts;

/// The setting `agreement_index`: how the answers to one statement, on a scale from 1 to 4, become
/// its index of agreement i1…i26 (¶40.3, ¶41, ¶42, ¶49, ¶51, ¶52).
// DOUBT: the order names the "index of agreement with statement n" and never defines it (C-43),
// read as mean / 4 because each survey indicator is k × the mean of its indices with k as its
// maximum, so an index is at most 1, and mean / 4 uses only numbers that stand in the text. The
// two other readings are kept as settings and shown beside it.
public enum AgreementIndex implements Setting.Value {
    /// mean / 4, from 0.25 to 1. The default.
    MEAN_OVER_MAX {
        @Override
        Term index(Answers answers) {
            return answers.codes().over(Term.product(Term.number(4), answers.people()));
        }
    },
    /// (mean − 1) / 3, from 0 to 1: total disagreement gives nothing.
    MINMAX {
        @Override
        Term index(Answers answers) {
            return answers.codes()
                    .minus(answers.people())
                    .over(Term.product(Term.number(3), answers.people()));
        }
    },
    /// The share of answers 3 and 4, from 0 to 1: how strongly somebody agrees is lost.
    SHARE_AGREE {
        @Override
        Term index(Answers answers) {
            return Term.sum(List.of(answers.count(3), answers.count(4))).over(answers.people());
        }
    };

    public static final AgreementIndex DEFAULT = MEAN_OVER_MAX;

    abstract Term index(Answers answers);

    /// The index with its working. At least one person must have answered.
    public Working working(Given<AnswerCounts> statement, Citation citation) {
        List<Term> counts = new ArrayList<>();
        for (int people : statement.value().asList()) {
            counts.add(
                    new Term.Input(
                            statement.fact(), BigDecimal.valueOf(people), statement.source()));
        }
        return Working.of(index(new Answers(counts, statement.value().answered())), citation);
    }

    /// The index alone, unrounded. At least one person must have answered.
    public BigDecimal of(AnswerCounts counts) {
        return index(new Answers(counts)).value();
    }

    /// The mean code, unrounded. At least one person must have answered.
    public static BigDecimal mean(AnswerCounts counts) {
        Answers answers = new Answers(counts);
        return answers.codes().over(answers.people()).value();
    }

    /// Four counts, as terms, and how many people they are.
    record Answers(List<Term> counts, long answered) {

        Answers(AnswerCounts counts) {
            this(
                    counts.asList().stream().map(people -> Term.number(people)).toList(),
                    counts.answered());
        }

        Term people() {
            return Term.number(answered);
        }

        Term count(int code) {
            return counts.get(code - 1);
        }

        /// 1 × n1 + 2 × n2 + 3 × n3 + 4 × n4. The index divides it once, so that it is exact to the
        /// last digit.
        Term codes() {
            return Term.sum(
                    IntStream.rangeClosed(1, 4)
                            .mapToObj(code -> Term.product(Term.number(code), count(code)))
                            .toList());
        }
    }
}
