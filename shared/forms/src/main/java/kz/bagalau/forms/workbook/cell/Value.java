package kz.bagalau.forms.workbook.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// What stands in a cell, before anybody asks what is meant by it.
public sealed interface Value {

    Nothing NOTHING = new Nothing();

    /// An empty cell.
    record Nothing() implements Value {}

    record Text(String text) implements Value {}

    /// A number without a date format.
    ///
    /// @param percent whether the sheet shows it as a percentage: 0.85 as 85 %
    /// @param from1904 what its workbook counts days from, see [Moment]: it may be a day that lost
    ///   its format
    record Amount(BigDecimal number, boolean percent, boolean from1904) implements Value {

        public Amount(BigDecimal number, boolean percent) {
            this(number, percent, false);
        }
    }

    /// A number with a date or time format: days since the workbook's first day.
    ///
    /// @param from1904 whether the workbook counts from 1904, as old programs of Apple did
    record Moment(BigDecimal days, boolean from1904) implements Value {

        private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

        // Spreadsheets take 1900 for a leap year: day 60 is 29 February 1900, which never was. From
        // day 61 (1 March 1900) the count is right if it starts on 30 December 1899.
        private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
        private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(86_400_000);

        /// To the millisecond, which is as exact as the number is.
        public LocalDateTime dateTime() {
            long milliseconds =
                    days.multiply(MILLISECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
            LocalDate first = from1904 ? DAY_0_OF_1904 : DAY_0_OF_1900;
            return first.atStartOfDay()
                    .plusDays(Math.floorDiv(milliseconds, 86_400_000L))
                    .plusNanos(Math.floorMod(milliseconds, 86_400_000L) * 1_000_000L);
        }
    }

    record Flag(boolean flag) implements Value {}

    /// An error value such as `#DIV/0!`.
    record Fault(String code) implements Value {}

    /// A formula whose value the writing program did not store, or does not vouch for.
    record Uncalculated() implements Value {}

    /// What cannot be understood: a number that is none, a text that no cell can hold.
    ///
    /// @param text as much of it as can be shown
    record Unreadable(String text) implements Value {

        private static final int SHOWN = 100;

        public Unreadable {
            text = Characters.replaced(text.length() > SHOWN ? text.substring(0, SHOWN) : text);
        }
    }
}
