package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.bagalau.cases.http.Warning;
import kz.bagalau.lambda.Messages;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every problem and finding of every module can be told in every language.
class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final List<String> ARGUMENTS = List.of("<0>", "<1>", "<2>");

    private static final List<Class<?>> CODES = find();

    static List<Class<?>> codes() {
        return CODES;
    }

    private static List<Class<?>> find() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("kz.bagalau")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @Test
    void theCodesOfAllModules_areFound() {
        assertThat(codes())
                .extracting(Class::getSimpleName)
                .contains("HttpProblem", "HttpTitle", "FieldProblem", "SurveyProblem", "Finding");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCode_hasATextInEachLanguage_thatNamesTheSameThings(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            ProblemCode code = (ProblemCode) constant;
            Set<String> named = names(code, Language.KK);
            for (Language language : Language.values()) {
                String text = Messages.text(code, language, ARGUMENTS);
                assertThat(text).as(code + " " + language).isNotBlank();
                // MessageFormat takes an apostrophe for a quotation: what stands in it stays a
                // brace
                assertThat(PLACE.matcher(text).find()).as(text).isFalse();
                assertThat(text).doesNotContain("%s");
                assertThat(names(code, language)).as(code + " " + language).isEqualTo(named);
            }
        }
    }

    private static Set<String> names(ProblemCode code, Language language) {
        String text = Messages.text(code, language, ARGUMENTS);
        return ARGUMENTS.stream().filter(text::contains).collect(Collectors.toSet());
    }

    static List<Warning> warnings() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("kz.bagalau")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Warning.class))
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .map(Warning.class::cast)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void everyWarning_hasATextInEachLanguage(Warning warning) {
        for (Language language : Language.values()) {
            assertThat(warning.text().in(language)).as("%s %s", warning, language).isNotBlank();
        }
    }

    @Test
    void noText_isWithoutACode_andNoApostropheIsSwallowed() throws IOException {
        Map<String, List<Class<?>>> packages =
                codes().stream().collect(Collectors.groupingBy(Class::getPackageName));
        for (Collection<Class<?>> types : packages.values()) {
            Class<?> any = types.iterator().next();
            Set<String> codes =
                    types.stream()
                            .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.toCollection(TreeSet::new));
            for (Language language : Language.values()) {
                Properties texts = new Properties();
                String file = "messages_" + language.code() + ".properties";
                try (var in = Objects.requireNonNull(any.getResourceAsStream(file))) {
                    texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
                assertThat(texts.stringPropertyNames())
                        .as(any.getPackageName() + " " + file)
                        .isEqualTo(codes);
                assertThat(texts.values())
                        .allSatisfy(text ->
                                assertThat(text.toString().replace("''", "")).doesNotContain("'"));
            }
        }
    }
}
