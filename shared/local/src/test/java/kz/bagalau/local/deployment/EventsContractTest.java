package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.contract.Contract;
import kz.bagalau.contract.NoContext;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.HttpCall;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What openapi.yaml promises of the whole deployment: of every function's answer to every event in
/// `events/`, and of every problem that a function knows.
class EventsContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Titles, findings and notices have texts like problems and are reported elsewhere.
    private static final Set<String> NO_PROBLEMS = Set.of("HttpTitle", "Finding", "Notice");

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    @ParameterizedTest
    @MethodSource("requests")
    void theAnswerToAnEventKeepsTheContract(Path file) throws Exception {
        var event = JSON.readTree(file.toFile());
        String name = file.getName(file.getNameCount() - 2).toString();
        Runtime runtime = SANDBOX.runtime(name, Clock.systemUTC());
        Class<?> type = Class.forName(SANDBOX.template().function(name).className());
        Object function = Runtime.with(runtime, () -> made(type));

        var answer = Runtime.with(runtime, () -> HttpCall.of(function, event, new NoContext()));

        Contract.ofCheckout().requireKept(event, answer);
    }

    @Test
    void theContractNamesEveryProblemThatAFunctionKnows() throws IOException {
        Set<String> named = new TreeSet<>();
        new YAMLMapper()
                .readTree(Checkout.root().resolve("shared/web/openapi.yaml").toFile())
                .at("/components/schemas/ProblemCode/enum")
                .forEach(code -> named.add(code.asText()));

        assertThat(named).isEqualTo(problems());
    }

    private static Set<String> problems() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("kz.bagalau")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                        .filter(type -> !NO_PROBLEMS.contains(type.getSimpleName()))
                        // The one-machine host answers besides the functions.
                        .filter(type -> !type.getPackageName().startsWith("kz.bagalau.local"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Events of API Gateway; a schedule's has no answer to hold to anything.
    static Stream<Path> requests() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.root().resolve("events"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(EventsContractTest::isRequest)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static boolean isRequest(Path file) {
        try {
            return JSON.readTree(file.toFile()).has("routeKey");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object made(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no public constructor", e);
        }
    }
}
