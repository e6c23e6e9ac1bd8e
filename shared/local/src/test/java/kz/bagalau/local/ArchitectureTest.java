package kz.bagalau.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.bagalau.lambda.Runtime;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The sentences of the design about what may know what.
final class ArchitectureTest {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("kz.bagalau");

    private static final String ALL = "kz.bagalau..";
    private static final String MACHINE = "kz.bagalau.local..";
    private static final String SANDBOX = "kz.bagalau.sandbox..";
    private static final String CONTRACT = "kz.bagalau.contract..";
    private static final SliceAssignment MODULES =
            new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return ours(type) ? SliceIdentifier.of(module(type)) : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "modules";
                }
            };

    private static final String[] STORES = {"..dynamo..", "..s3..", "..sqs..", MACHINE, SANDBOX};

    @Test
    void everyModuleIsSeen() {
        assertThat(CODE.stream().map(ArchitectureTest::module).distinct())
                .contains(
                        "rules",
                        "forms",
                        "lambda",
                        "cases",
                        "directory",
                        "arrangements",
                        "facts",
                        "directory.http",
                        "facts.http",
                        "survey",
                        "exit",
                        "reminders",
                        "reports",
                        "scoring",
                        "appraisal",
                        "kpi",
                        "workmode",
                        "worktime",
                        "sandbox",
                        "local");
    }

    @Test
    void theLawIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("kz.bagalau.rules..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "kz.bagalau.rules..")
                .check(CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "rules, rules",
        "forms, forms rules",
        "lambda, lambda rules",
        "cases, cases lambda rules",
        "directory, directory cases lambda rules",
        "arrangements, arrangements facts directory cases lambda rules",
        "facts, facts directory cases lambda rules",
        "directory.http, directory.http directory cases lambda forms rules",
        "facts.http, facts.http facts directory lambda forms rules",
        "survey, survey directory facts lambda forms rules",
        "exit, exit directory facts lambda forms rules",
        "reminders, reminders arrangements directory cases lambda rules",
        "reports, reports arrangements directory facts cases lambda forms rules",
        "scoring, scoring directory facts lambda forms rules",
        "appraisal, appraisal directory cases lambda forms rules",
        "kpi, kpi directory cases lambda forms rules",
        "workmode, workmode arrangements directory cases lambda forms rules",
        "worktime, worktime arrangements directory cases lambda forms rules",
        "sandbox, sandbox lambda rules",
        "contract, contract sandbox lambda rules"
    })
    void arrowsPointFromFunctionsToSharedToRules(String module, String may) {
        var allowed = Set.of(may.split(" "));
        classes()
                .that(areOf(module))
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.describe(
                                "are ours in " + may + " or not ours",
                                (JavaClass other) ->
                                        !ours(other) || allowed.contains(module(other))))
                .check(CODE);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsNeverImportOneAnother(String function) {
        for (String other : functions()) {
            if (!other.equals(function)) {
                noClasses()
                        .that(areOf(function))
                        .should()
                        .dependOnClassesThat(areOf(other))
                        .check(CODE);
            }
        }
    }

    static List<String> functions() {
        return List.of(
                "directory.http",
                "facts.http",
                "survey",
                "exit",
                "reminders",
                "reports",
                "scoring",
                "kpi",
                "worktime");
    }

    @Test
    void nothingImportsTheOneMachineHost() {
        noClasses()
                .that()
                .resideOutsideOfPackage(MACHINE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(MACHINE)
                .check(CODE);
    }

    @Test
    void nothingDeployedImportsTheSandboxOrTheContract() {
        noClasses()
                .that()
                .resideOutsideOfPackages(MACHINE, SANDBOX, CONTRACT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SANDBOX, CONTRACT)
                .check(CODE);
    }

    @Test
    void modulesHaveNoCycles() {
        slices().assignedFrom(MODULES).should().beFreeOfCycles().check(CODE);
    }

    /// The rooms of a package: each is a step, and none leads back.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kz.bagalau.rules.operational",
                "kz.bagalau.forms.report",
                "kz.bagalau.forms.workbook",
                "kz.bagalau.appraisal",
                "kz.bagalau.exit",
                "kz.bagalau.kpi",
                "kz.bagalau.lambda",
                "kz.bagalau.local",
                "kz.bagalau.reports",
                "kz.bagalau.survey",
                "kz.bagalau.workmode",
                "kz.bagalau.worktime"
            })
    void roomsHaveNoCycles(String house) {
        slices().assignedFrom(roomsOf(house)).should().beFreeOfCycles().check(CODE);
    }

    /// A package with more files than that is several things and gets rooms.
    @Test
    void noPackageIsCrowded() {
        assertThat(crowded()).isEmpty();
    }

    private static Set<String> crowded() {
        return CODE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()))
                .entrySet()
                .stream()
                .filter(counted -> counted.getValue() >= 30)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /// Whoever knows people and whoever knows answers do not know each other.
    @ParameterizedTest
    @CsvSource({"ballots, register", "ballots, signing", "register, ballots", "signing, ballots"})
    void registerAndSignerAreApartFromTheBallotBox(String room, String other) {
        noClasses()
                .that()
                .resideInAPackage("kz.bagalau.survey." + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kz.bagalau.survey." + other)
                .check(CODE);
    }

    @Test
    void onlyStoresKnowTheDatabase() {
        noClasses()
                .that(
                        DescribedPredicate.not(resideInAnyPackage(STORES))
                                .and(DescribedPredicate.not(assignableTo(Runtime.class)))
                                .and(DescribedPredicate.not(resideInAnyPackage(CONTRACT)))
                                .and(DescribedPredicate.not(simpleName("Failure"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.services..")
                .check(CODE);
    }

    @Test
    void onlyStoresKnowTheSdk() {
        noClasses()
                .that(
                        DescribedPredicate.not(resideInAnyPackage(STORES))
                                .and(DescribedPredicate.not(assignableTo(Runtime.class)))
                                .and(DescribedPredicate.not(resideInAnyPackage(CONTRACT)))
                                // What a failure of a store means to a caller, and to an attempt.
                                .and(DescribedPredicate.not(simpleName("Failure")))
                                .and(DescribedPredicate.not(simpleName("Outage"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CODE);
    }

    @Test
    void environmentAndClockComeFromTheRuntime() {
        noClasses()
                .that(DescribedPredicate.not(assignableTo(Runtime.class)))
                .and(resideInAPackage(ALL))
                .and(DescribedPredicate.not(resideInAnyPackage(MACHINE, SANDBOX)))
                .should(callMethodWhere(readsTheProcess()))
                .check(CODE);
    }

    @Test
    void functionsAreFinalAndMadeWithoutArguments() {
        classes()
                .that()
                .implement(RequestHandler.class)
                .or()
                .areAssignableTo(RequestStreamHandler.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .bePublic()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .andShould(haveAPublicConstructorWithoutArguments())
                .check(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Impl", "Utils", "Util", "Helper", "Manager", "Service", "Base", "Handler"})
    void namesSayWhatAThingIs(String suffix) {
        noClasses().should().haveSimpleNameEndingWith(suffix).check(CODE);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        classes().should(liveInANullMarkedPackage()).check(CODE);
    }

    private static SliceAssignment roomsOf(String house) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                return name.equals(house) || name.startsWith(house + ".")
                        ? SliceIdentifier.of(name)
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "rooms of " + house;
            }
        };
    }

    /// The module of a class. A function whose name a shared module has stands in `http`; the
    /// `http` of cases and of the one-machine host are no functions.
    private static String module(JavaClass type) {
        String[] packages = type.getPackageName().split("\\.");
        boolean http =
                packages.length > 3
                        && packages[3].equals("http")
                        && !Set.of("cases", "local").contains(packages[2]);
        return http ? packages[2] + ".http" : packages[2];
    }

    private static DescribedPredicate<JavaClass> areOf(String module) {
        return DescribedPredicate.describe(
                "are of " + module, (JavaClass type) -> ours(type) && module(type).equals(module));
    }

    private static boolean ours(JavaClass type) {
        return type.getPackageName().startsWith("kz.bagalau.");
    }

    private static DescribedPredicate<JavaMethodCall> readsTheProcess() {
        return DescribedPredicate.describe(
                "reads the environment or the system clock",
                (JavaMethodCall call) -> {
                    var target = call.getTarget();
                    String name = target.getName();
                    if (target.getOwner().isEquivalentTo(System.class)) {
                        return name.equals("getenv") || name.equals("currentTimeMillis");
                    }
                    if (target.getOwner().isEquivalentTo(Clock.class)) {
                        return name.startsWith("system") || name.startsWith("tick");
                    }
                    return target.getOwner().getPackageName().startsWith("java.time")
                            && name.equals("now")
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(assignableTo(Clock.class));
                });
    }

    private static ArchCondition<JavaClass> haveAPublicConstructorWithoutArguments() {
        return new ArchCondition<>("have a public constructor without arguments") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean has =
                        type.getConstructors().stream()
                                .anyMatch(constructor ->
                                        constructor.getRawParameterTypes().isEmpty()
                                                && constructor
                                                        .getModifiers()
                                                        .contains(JavaModifier.PUBLIC));
                events.add(new SimpleConditionEvent(type, has, type.getName()));
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName()));
            }
        };
    }
}
