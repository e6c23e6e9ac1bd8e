package kz.bagalau.reports.obligation;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/// The years that can be assessed: those that end under the methodology we know.
public final class Years {

    private static final int FIRST = 2023;
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private Years() {}

    public static boolean known(int year) {
        return year >= FIRST;
    }

    /// Empty for what is no such year.
    public static OptionalInt parse(String text) {
        return YEAR.matcher(text).matches() && known(Integer.parseInt(text))
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
