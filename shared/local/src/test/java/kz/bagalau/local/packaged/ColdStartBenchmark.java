package kz.bagalau.local.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.sandbox.Template;
import org.joda.time.ReadableInstant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long the first ballot waits for a new process, against a function that does nothing, in the
/// same run. Budget: at most twice as long, without an AOT cache (design, "Budgets").
///
/// Both are measured from the start of the process, to the moment at which the runtime client asks
/// for an event ("init", what AWS calls the init phase) and to the answer of the first event. The
/// two take turns, so that a busy machine is as unfair to one as to the other. On AWS SnapStart
/// takes the place of all this; no figure here is AWS's.
final class ColdStartBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 15;

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    @TempDir private static Path directory;

    /// Milliseconds from the start of the process.
    private record Start(double init, double answer) {}

    private record Subject(String name, PackagedFunction.Start start, String event, int status) {}

    @BeforeAll
    static void openASurvey() throws IOException, InterruptedException {
        PackagedFunction.unpack(
                Checkout.root().resolve("functions/directory/target/directory.zip"),
                Files.createDirectory(directory.resolve("directory")));
        PackagedFunction.unpack(
                Checkout.root().resolve("functions/survey/target/survey.zip"),
                Files.createDirectory(directory.resolve("survey")));
        emptyPackage(directory.resolve("empty"));
        for (String[] step :
                new String[][] {
                    {"directory", "ManageBodies", "put-body", "200"},
                    {"survey", "ManageSurveys", "open-survey", "201"}
                }) {
            Subject subject =
                    new Subject(
                            step[1],
                            start(step[0], step[1], List.of(), List.of()),
                            event(step[1], step[2]),
                            Integer.parseInt(step[3]));
            measure(subject);
        }
    }

    @Test
    void withoutAnAotCache() throws IOException, InterruptedException {
        String event = event("SubmitBallot", "forged-token");
        Subject empty =
                new Subject(
                        "an empty handler",
                        start("empty", "SubmitBallot", List.of(), List.of())
                                .of(EmptyFunction.class),
                        event,
                        204);
        Subject ballot =
                new Subject(
                        "SubmitBallot",
                        start("survey", "SubmitBallot", List.of(), List.of()),
                        event,
                        403);
        report("no AOT cache, as deployed", empty, ballot);
    }

    @Test
    void withAnAotCacheOnALaptop() throws IOException, InterruptedException {
        String event = event("SubmitBallot", "forged-token");
        List<Path> jars = jars(directory.resolve("survey/lib"));
        Path cache = directory.resolve("ballot.aot");
        Subject training =
                new Subject(
                        "training",
                        start(
                                "survey",
                                "SubmitBallot",
                                jars,
                                List.of("-XX:AOTCacheOutput=" + cache)),
                        event,
                        403);
        measure(training);
        assertThat(cache).exists();
        Subject plain =
                new Subject(
                        "SubmitBallot from jars",
                        start("survey", "SubmitBallot", jars, List.of()),
                        event,
                        403);
        Subject cached =
                new Subject(
                        "SubmitBallot from jars with an AOT cache",
                        start("survey", "SubmitBallot", jars, List.of("-XX:AOTCache=" + cache)),
                        event,
                        403);
        report("AOT cache over the class path; a laptop's figure only", plain, cached);
    }

    private static void report(String title, Subject one, Subject other)
            throws IOException, InterruptedException {
        List<Start> ones = new ArrayList<>();
        List<Start> others = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ones.add(measure(one));
            others.add(measure(other));
        }
        double[] initRatios = new double[ROUNDS];
        double[] answerRatios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            initRatios[round] = others.get(round).init() / ones.get(round).init();
            answerRatios[round] = others.get(round).answer() / ones.get(round).answer();
        }
        System.out.printf(
                """

                Cold start, %s (medians of %d, milliseconds from the start of the process)
                  %-42s init %6.0f   first answer %6.0f
                  %-42s init %6.0f   first answer %6.0f
                  ratio, median of the rounds' %13s init %6.2f   first answer %6.2f
                """,
                title,
                ROUNDS,
                one.name(),
                median(ones.stream().mapToDouble(Start::init).toArray()),
                median(ones.stream().mapToDouble(Start::answer).toArray()),
                other.name(),
                median(others.stream().mapToDouble(Start::init).toArray()),
                median(others.stream().mapToDouble(Start::answer).toArray()),
                "",
                median(initRatios),
                median(answerRatios));
    }

    private static Start measure(Subject subject) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (PackagedFunction function = PackagedFunction.start(subject.start())) {
            RuntimeApi.Outcome outcome = function.invoke(subject.event());
            long answered = System.nanoTime();
            assertThat(outcome).as(function::output).isInstanceOf(RuntimeApi.Answered.class);
            assertThat(
                            JSON.readTree(((RuntimeApi.Answered) outcome).body())
                                    .path("statusCode")
                                    .asInt())
                    .as(() -> outcome + "\n" + function.output())
                    .isEqualTo(subject.status());
            function.end();
            return new Start((function.ready().join() - begun) / 1e6, (answered - begun) / 1e6);
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static PackagedFunction.Start start(
            String unpacked, String function, List<Path> classPath, List<String> options) {
        Template.Function read = SANDBOX.template().function(function);
        Map<String, String> environment = new HashMap<>(read.environment());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", SANDBOX.address().toString());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        List<String> all = new ArrayList<>(options);
        // what Lambda's managed runtimes for Java set
        all.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        return new PackagedFunction.Start(
                directory.resolve(unpacked),
                classPath,
                read.handler(),
                environment,
                read.timeout(),
                all);
    }

    /// A package with a function that does nothing and the libraries of its two types.
    private static void emptyPackage(Path into) throws IOException {
        Path lib = Files.createDirectories(into.resolve("lib"));
        for (Class<?> type :
                List.of(Context.class, APIGatewayV2HTTPEvent.class, ReadableInstant.class)) {
            Path jar = Path.of(PackagedFunction.jarOf(type));
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        String name = EmptyFunction.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(lib.resolve("empty.jar"));
                JarOutputStream jar = new JarOutputStream(file);
                var type = EmptyFunction.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(type).transferTo(jar);
            jar.closeEntry();
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String event(String function, String name) throws IOException {
        return Files.readString(
                Checkout.root().resolve("events/" + function + "/" + name + ".json"));
    }
}
