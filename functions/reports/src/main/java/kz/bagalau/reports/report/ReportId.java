package kz.bagalau.reports.report;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Input;

/// The id of a report, such as `min-digital.2025.0f8f…`: whose and of which year it is can be seen
/// in it, the rest is drawn at random.
public record ReportId(String body, int year, String token) {

    private static final Pattern TEXT = Pattern.compile("([^.]+)\\.(20\\d\\d)\\.([0-9a-f]{32})");

    /// A new id.
    public static ReportId draw(String body, int year) {
        return new ReportId(body, year, drawToken());
    }

    /// 122 random bits.
    public static String drawToken() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    public static Optional<ReportId> parse(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches() && Input.isId(found.group(1))
                ? Optional.of(
                        new ReportId(
                                found.group(1), Integer.parseInt(found.group(2)), found.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return body + "." + year + "." + token;
    }
}
