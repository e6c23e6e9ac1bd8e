package kz.bagalau.exit.counts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.forms.ExitAnswers;
import org.jspecify.annotations.Nullable;

/// ¶35: which reasons of question 1 are negative aspects of the body's activity, and so which
/// interviews are negative. The marks, each with its why, stand in `negative-reasons.csv`.
public final class NegativeReasons {

    private static final String QUESTION = "q1";
    private static final NegativeReasons OURS = load("negative-reasons.csv");

    private final Map<String, Boolean> marks;

    private NegativeReasons(Map<String, Boolean> marks) {
        this.marks = marks;
    }

    public static NegativeReasons ours() {
        return OURS;
    }

    /// Every reason and its mark.
    Map<String, Boolean> marks() {
        return Map.copyOf(marks);
    }

    /// Whether at least one reason is negative.
    public boolean any(ExitAnswers answers) {
        return negative(answers) > 0;
    }

    /// Whether most reasons, more than half of them, are negative.
    public boolean most(ExitAnswers answers) {
        return 2 * negative(answers) > answers.to(QUESTION).size();
    }

    private long negative(ExitAnswers answers) {
        return answers.to(QUESTION).stream().filter(this::isNegative).count();
    }

    private boolean isNegative(String reason) {
        @Nullable Boolean mark = marks.get(reason);
        if (mark == null) {
            throw new IllegalStateException("a reason without a mark");
        }
        return mark;
    }

    private static NegativeReasons load(String resource) {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        try (var stream = NegativeReasons.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1) // the heading
                    .forEach(line -> mark(marks, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NegativeReasons(marks);
    }

    private static void mark(Map<String, Boolean> marks, String line) {
        List<String> cells = List.of(line.split("\\s*\\|\\s*", 3));
        boolean negative =
                switch (cells.get(1)) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> throw new IllegalStateException("neither yes nor no: " + line);
                };
        if (marks.put(cells.getFirst().strip(), negative) != null) {
            throw new IllegalStateException("marked twice: " + line);
        }
    }
}
