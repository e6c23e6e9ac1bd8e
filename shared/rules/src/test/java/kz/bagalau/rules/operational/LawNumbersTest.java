package kz.bagalau.rules.operational;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.operational.act.Amendment2023;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The numbers of the order of 2023: what stands in the table reaches the scores, and the table
/// that a lawyer reads in `docs/rules.md` is the one that counts.
class LawNumbersTest {

    private static final List<Parameter> NUMBERS = Amendment2023.PARAMETERS.all();
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final String PACKAGE = "kz/bagalau/rules/operational/";

    @TempDir Path altered;

    /// Each number is changed by itself in a copy of the table, and the rules are loaded beside it.
    @Test
    void everyNumberOfTheTableChangesAScoreOrItsWorking() throws Exception {
        String asItIs = new WorkingsProbe().get();
        assertThat(withTable(table(Set.of()))).isEqualTo(asItIs);

        List<String> withoutEffect = new ArrayList<>();
        for (Parameter number : NUMBERS) {
            if (withTable(table(Set.of(number))).equals(asItIs)) {
                withoutEffect.add(number.formula() + " " + number.name());
            }
        }

        assertThat(withoutEffect).isEmpty();
    }

    @Test
    void everyNumberCitesAPlaceThatTheSourceHas() throws IOException {
        String there =
                Files.readString(DOCS.resolve("law/operational-assessment.md"))
                        .lines()
                        .filter(line -> line.startsWith("**Paragraphs present in the source:**"))
                        .findFirst()
                        .orElseThrow();
        Set<String> paragraphs = places(there.substring(0, there.indexOf("**Deleted")));
        Set<String> appendices = places(there.substring(there.indexOf("**Appendices present")));

        assertThat(NUMBERS)
                .isNotEmpty()
                .allSatisfy(number -> {
                    String place = number.citation().paragraph();
                    if (place.startsWith("¶")) {
                        assertThat(place).matches("¶\\d+(-\\d)?(\\.\\d)?");
                        assertThat(paragraphs).contains(place.replaceAll("¶|\\.\\d", ""));
                    } else {
                        assertThat(place).matches("Appendix \\d+( (row|rule) \\d(\\.\\d)?)?");
                        assertThat(appendices).contains(place.split(" ")[1]);
                    }
                });
    }

    /// `45, 45-1, 69-1…69-3` as its members.
    private static Set<String> places(String list) {
        Set<String> places =
                Pattern.compile("\\d+(?:-\\d)?")
                        .matcher(list)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        Pattern.compile("(\\d+)-(\\d)…\\1-(\\d)")
                .matcher(list)
                .results()
                .forEach(range ->
                        IntStream.rangeClosed(
                                        Integer.parseInt(range.group(2)),
                                        Integer.parseInt(range.group(3)))
                                .forEach(part -> places.add(range.group(1) + "-" + part)));
        return places;
    }

    @Test
    void theDocumentPrintsTheTable() throws IOException {
        List<String> printed =
                Files.readString(DOCS.resolve("rules.md"))
                        .lines()
                        .dropWhile(line -> !line.equals("## The numbers of the law"))
                        .filter(line -> line.startsWith("| `"))
                        .takeWhile(line -> line.split("\\|").length == 7)
                        .toList();

        assertThat(printed)
                .containsExactlyElementsOf(NUMBERS.stream().map(LawNumbersTest::line).toList());
    }

    private static String line(Parameter number) {
        return "| `%s` | `%s` | %s | %s | %s | %s |"
                .formatted(
                        number.formula(),
                        number.name(),
                        Decimals.plain(number.value()),
                        number.unit().id(),
                        number.citation().paragraph(),
                        number.meaning());
    }

    /// The table with one number changed.
    private static List<String> table(Set<Parameter> changed) {
        return NUMBERS.stream()
                .map(number ->
                        Stream.of(
                                        number.formula(),
                                        number.name(),
                                        (changed.contains(number) ? other(number) : number.value())
                                                .toPlainString(),
                                        number.unit().id(),
                                        number.citation().paragraph(),
                                        number.meaning())
                                .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static BigDecimal other(Parameter number) {
        if (number.unit() == ParameterUnit.STATEMENT && number.name().startsWith("last")) {
            return number.value().subtract(BigDecimal.ONE);
        }
        return number.value()
                .add(number.value().scale() > 0 ? new BigDecimal("0.15") : BigDecimal.ONE);
    }

    private String withTable(List<String> rows) throws Exception {
        Path table = altered.resolve(PACKAGE + "act/parameters-2023.csv");
        Files.createDirectories(table.getParent());
        Files.write(table, rows);
        List<URL> classes = new ArrayList<>();
        classes.add(altered.toUri().toURL());
        for (Class<?> one : List.of(Amendment2023.class, WorkingsProbe.class)) {
            classes.add(one.getProtectionDomain().getCodeSource().getLocation());
        }
        try (URLClassLoader loader =
                new URLClassLoader(
                        classes.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Supplier<?> probe =
                    (Supplier<?>)
                            loader.loadClass(WorkingsProbe.class.getName())
                                    .getDeclaredConstructor()
                                    .newInstance();
            return String.valueOf(probe.get());
        }
    }
}
