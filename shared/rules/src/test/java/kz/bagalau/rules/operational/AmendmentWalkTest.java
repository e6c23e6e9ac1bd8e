package kz.bagalau.rules.operational;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Walks "Enter an amendment" of `docs/rules.md`: applies them to a copy of the rules, compiles it,
/// and scores a body by it.
class AmendmentWalkTest {

    private static final Path RULES = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String PACKAGE = "kz/bagalau/rules/operational/";

    private static final String AMENDMENT = "kz.bagalau.rules.operational.act.Amendment2027";

    /// Scores ¶50 with 17 of 20 for a period that ends on a day.
    private static final String PROBE =
            """
            package kz.bagalau.rules.operational;

            import java.time.LocalDate;
            import java.util.List;
            import java.util.Map;
            import java.util.function.UnaryOperator;
            import kz.bagalau.rules.*;
            import kz.bagalau.rules.operational.fact.*;
            import kz.bagalau.rules.operational.setting.*;

            public final class Probe implements UnaryOperator<String> {
                @Override
                public String apply(String lastDay) {
                    Provenance source = new Provenance("analyst", Map.of());
                    AssessedPeriod period =
                            new AssessedPeriod(LocalDate.of(2027, 1, 1), LocalDate.parse(lastDay));
                    var score = Methodologies.OPERATIONAL.of(period)
                            .assess(new Assessed(
                                    BodyKind.OMO,
                                    period,
                                    new BodyFacts(List.of(
                                            new Given<>("career.promoted_within",
                                                    new FactValue.Amount(Decimals.of("17")), source),
                                            new Given<>("career.promoted_total",
                                                    new FactValue.Amount(Decimals.of("20")), source))),
                                    Map.of(),
                                    Settings.DEFAULTS))
                            .indicator("pm.career");
                    return Decimals.plain(score.points().orElseThrow())
                            + " by " + score.citations().getFirst().act();
                }
            }
            """;

    @TempDir Path copy;

    @Test
    void theLinesEnterAnAmendment_andPastPeriodsKeepTheirScore() throws Exception {
        List<String> code = code(section());
        write("act/Amendment2027.java", code.get(0));
        Path table = copy.resolve("classes").resolve(PACKAGE + "act/parameters-2027.csv");
        Files.createDirectories(table.getParent());
        Files.writeString(table, table(section()));
        write("Probe.java", PROBE);
        write(
                "OperationalAssessment2023.java",
                behindTheOldWording(
                        Files.readString(RULES.resolve(PACKAGE + "OperationalAssessment2023.java")),
                        code.get(1)));

        try (URLClassLoader amended = compile()) {
            UnaryOperator<String> probe = probe(amended);

            assertThat(probe.apply("2027-06-30")).isEqualTo("10 by 57/НҚ and No. 46");
            assertThat(probe.apply("2027-07-01")).isEqualTo("8.5 by invented order");
            assertThat(probe.apply("2027-12-31")).isEqualTo("8.5 by invented order");
        }
    }

    @Test
    void itTakesTenLines() throws IOException {
        assertThat(section().lines().filter(line -> line.matches("\\d+\\. .*")))
                .extracting(line -> line.replaceAll("\\..*", ""))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    private static String section() throws IOException {
        String rules = Files.readString(Path.of("..", "..", "docs", "rules.md"), UTF_8);
        return rules.substring(rules.indexOf("## Enter an amendment"));
    }

    private static List<String> code(String section) {
        return blocks("java", section);
    }

    private static String table(String section) {
        return blocks("csv", section).getFirst();
    }

    private static List<String> blocks(String language, String section) {
        List<String> blocks = new ArrayList<>();
        Matcher block =
                Pattern.compile(
                                "^ *```" + language + "\\n(.*?)^ *```$",
                                Pattern.DOTALL | Pattern.MULTILINE)
                        .matcher(section);
        while (block.find()) {
            blocks.add(block.group(1).stripTrailing().stripIndent());
        }
        return blocks;
    }

    private static String behindTheOldWording(String source, String entry) {
        Matcher old =
                Pattern.compile(
                                "from\\(\\s*IN_FORCE,\\s*PARAMETERS\\.formula\\(\"pm\\.career\","
                                        + "\\s*CareerGrowth::new\\),\\s*cite\\(\"¶50\"\\)\\)")
                        .matcher(source);
        assertThat(old.results()).hasSize(1);
        return old.reset()
                .replaceFirst("$0," + Matcher.quoteReplacement("\n" + entry))
                .replaceFirst("import ", "import " + AMENDMENT + ";\nimport ");
    }

    private void write(String name, String source) throws IOException {
        Path file = copy.resolve("amended").resolve(PACKAGE + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    /// The rules, with the files of the copy in the place of their own.
    private URLClassLoader compile() throws IOException {
        Path amended = copy.resolve("amended");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> own = Files.walk(RULES);
                Stream<Path> changed = Files.walk(amended)) {
            own.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !Files.exists(amended.resolve(RULES.relativize(file))))
                    .forEach(files::add);
            changed.filter(Files::isRegularFile).forEach(files::add);
        }
        Path classes = copy.resolve("classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            List<String> options =
                    List.of(
                            "-d",
                            classes.toString(),
                            "-proc:none",
                            "-cp",
                            System.getProperty("java.class.path"));
            boolean compiled =
                    compiler.getTask(
                                    errors,
                                    manager,
                                    null,
                                    options,
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files))
                            .call();
            assertThat(compiled).as(errors.toString()).isTrue();
        }
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL(), RESOURCES.toUri().toURL()},
                ClassLoader.getPlatformClassLoader());
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> probe(ClassLoader amended) throws Exception {
        return (UnaryOperator<String>)
                amended.loadClass("kz.bagalau.rules.operational.Probe")
                        .getDeclaredConstructor()
                        .newInstance();
    }
}
