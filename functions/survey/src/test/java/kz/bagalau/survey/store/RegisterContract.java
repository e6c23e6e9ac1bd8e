package kz.bagalau.survey.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.LocalText;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.register.Register.Enrolled;
import kz.bagalau.survey.register.Register.Entry;
import kz.bagalau.survey.register.Register.Granted;
import kz.bagalau.survey.register.Register.Person;
import kz.bagalau.survey.register.Register.Refused;
import kz.bagalau.survey.register.Register.Removal;
import kz.bagalau.survey.register.Register.Slip;
import kz.bagalau.survey.register.Register.Tokens;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Constituency.Enrolment;
import kz.bagalau.survey.surveys.EnrolledShare;
import kz.bagalau.survey.surveys.Survey;
import org.junit.jupiter.api.Test;

/// What every register does.
abstract class RegisterContract {

    static final Survey S1 = survey("s1");
    private static final Survey S2 = survey("s2");
    private static final Constituency MINISTRY = part("min-digital", "min-digital");
    private static final Constituency OFFICE = part("office", "pool");
    private static final Caller CALLER = new Caller("hr-1", Set.of(Role.HR), Optional.empty());
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 11, 4);

    /// An empty register.
    abstract Register register();

    /// How many people of the body are counted in its part of the survey `s1`.
    abstract Enrolment counted(String body);

    @Test
    void whoIsEnrolled_isFound_inThatSurveyOnly() {
        Register register = register();

        assertThat(register.enrol(S1, OFFICE, Set.of("a", "b"), false, CALLER)).isEmpty();

        assertThat(register.find(S1, new Person("a"))).contains(new Entry("office", "pool"));
        assertThat(register.find(S1, new Person("c"))).isEmpty();
        assertThat(register.find(S2, new Person("a"))).isEmpty();
        assertThat(register.find(S1, new Slip("a"))).isEmpty();
    }

    @Test
    void whoIsEnrolledForAnotherBody_isNamed_andNobodyIsEntered() {
        Register register = register();
        register.enrol(S1, OFFICE, Set.of("a"), false, CALLER);

        assertThat(register.enrol(S1, MINISTRY, people(250, "a"), false, CALLER))
                .containsExactly("a");
        assertThat(register.find(S1, new Person("p0"))).isEmpty();
        assertThat(register.find(S1, new Person("a"))).contains(new Entry("office", "pool"));
    }

    @Test
    void aRightIsUsedForOneBlindedMessage() {
        Register register = register();
        register.enrol(S1, MINISTRY, Set.of("a"), false, CALLER);
        Person a = new Person("a");

        assertThat(register.claim(S1, a, hash(1), MONDAY)).isInstanceOf(Granted.class);
        assertThat(register.claim(S1, a, hash(1), TUESDAY)).isInstanceOf(Granted.class);
        assertThat(register.claim(S1, a, hash(2), MONDAY)).isInstanceOf(Refused.class);
        assertThat(register.claim(S1, new Person("b"), hash(3), MONDAY))
                .isInstanceOf(Refused.class);
        assertThat(register.find(S1, new Person("b"))).isEmpty();
        assertThat(register.tokens(S1, "min-digital")).isEqualTo(Map.of(MONDAY, new Tokens(1, 0)));
    }

    @Test
    void ofManyClaimsAtOnce_oneIsGranted() {
        Register register = register();
        register.enrol(S1, MINISTRY, Set.of("a"), false, CALLER);

        long granted =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(i -> register.claim(S1, new Person("a"), hash(i), MONDAY))
                        .filter(Granted.class::isInstance)
                        .count();

        assertThat(granted).isEqualTo(1);
    }

    @Test
    void enrollingAgain_leavesAUsedRightUsed() {
        Register register = register();
        register.enrol(S1, MINISTRY, Set.of("a"), false, CALLER);
        register.claim(S1, new Person("a"), hash(1), MONDAY);
        register.enrol(S1, MINISTRY, Set.of("a", "b"), false, CALLER);

        assertThat(register.claim(S1, new Person("a"), hash(2), MONDAY))
                .isInstanceOf(Refused.class);
    }

    @Test
    void slipsAreVoidedByTheirBatch_asFarAsTheyAreUnused() {
        Register register = register();
        print(register, "b1", people(120, "x"));
        print(register, "b2", Set.of("y"));
        register.claim(S1, new Slip("x"), hash(1), MONDAY);

        assertThat(register.cancel(S2, "b1", CALLER)).isEmpty();
        assertThat(register.cancel(S1, "b3", CALLER)).isEmpty();
        assertThat(register.cancel(S1, "b1", CALLER)).contains(120);
        assertThat(register.cancel(S1, "b1", CALLER)).contains(0);
        assertThat(register.find(S1, new Slip("p7"))).isEmpty();
        assertThat(register.claim(S1, new Slip("p7"), hash(2), MONDAY)).isInstanceOf(Refused.class);
        assertThat(register.claim(S1, new Slip("x"), hash(1), MONDAY)).isInstanceOf(Granted.class);
        assertThat(register.find(S1, new Slip("y"))).contains(new Entry("office", "pool"));
    }

    @Test
    void tokensAreCountedByDayAndWay_ofOneBody() {
        Register register = register();
        register.enrol(S1, OFFICE, Set.of("a", "b", "c"), false, CALLER);
        register.enrol(S1, MINISTRY, Set.of("d"), false, CALLER);
        print(register, "b1", Set.of("x", "y"));
        register.claim(S1, new Person("a"), hash(1), MONDAY);
        register.claim(S1, new Person("b"), hash(2), TUESDAY);
        register.claim(S1, new Slip("x"), hash(3), TUESDAY);
        register.claim(S1, new Person("d"), hash(4), MONDAY);

        assertThat(register.tokens(S1, "office"))
                .isEqualTo(Map.of(MONDAY, new Tokens(1, 0), TUESDAY, new Tokens(1, 1)));
        assertThat(register.tokens(S1, "akimat")).isEmpty();
        assertThat(register.tokens(S2, "office")).isEmpty();
    }

    @Test
    void whoIsEnrolledIsListedAndCounted_onceEach_andTheLateAsSuch() {
        Register register = register();
        register.enrol(S1, OFFICE, Set.of("b", "a"), false, CALLER);
        register.enrol(S1, OFFICE, Set.of("a", "c"), true, CALLER);
        register.enrol(S1, MINISTRY, Set.of("d"), false, CALLER);
        print(register, "b1", Set.of("x"));

        assertThat(register.enrolled(S1, "office"))
                .containsExactly(
                        new Enrolled("a", false),
                        new Enrolled("b", false),
                        new Enrolled("c", true));
        assertThat(register.enrolled(S1, "akimat")).isEmpty();
        assertThat(counted("office")).isEqualTo(new Enrolment(3, 1));
        assertThat(counted("min-digital")).isEqualTo(new Enrolment(1, 0));
    }

    @Test
    void ofManyListsAtOnce_everybodyIsCountedOnce() {
        Register register = register();

        IntStream.range(0, 6)
                .parallel()
                .forEach(i -> register.enrol(S1, OFFICE, people(5 + i, "a"), i % 2 == 0, CALLER));

        assertThat(register.enrolled(S1, "office")).hasSize(11);
        assertThat(counted("office").people()).isEqualTo(11);
        assertThat(counted("office").late())
                .isEqualTo(
                        (int)
                                register.enrolled(S1, "office").stream()
                                        .filter(Enrolled::late)
                                        .count());
    }

    @Test
    void aListThatIsRefused_isNotCounted() {
        Register register = register();
        register.enrol(S1, OFFICE, Set.of("a"), false, CALLER);
        register.enrol(S1, MINISTRY, people(250, "a"), false, CALLER);

        assertThat(counted("min-digital")).isEqualTo(Enrolment.NONE);
    }

    @Test
    void whoWasGivenNoToken_isRemovedOnce_andMayBeEnteredElsewhere() {
        Register register = register();
        register.enrol(S1, OFFICE, Set.of("a", "b"), true, CALLER);

        assertThat(register.remove(S1, OFFICE, "a", false, CALLER)).isEqualTo(Removal.REMOVED);
        assertThat(register.remove(S1, OFFICE, "a", false, CALLER))
                .isEqualTo(Removal.REMOVED_BEFORE);
        assertThat(register.find(S1, new Person("a"))).isEmpty();
        assertThat(counted("office")).isEqualTo(new Enrolment(1, 1));
        assertThat(register.claim(S1, new Person("a"), hash(1), MONDAY))
                .isInstanceOf(Refused.class);
        assertThat(register.enrol(S1, MINISTRY, Set.of("a"), false, CALLER)).isEmpty();
        assertThat(register.find(S1, new Person("a")))
                .contains(new Entry("min-digital", "min-digital"));
        assertThat(register.remove(S1, OFFICE, "a", false, CALLER)).isEqualTo(Removal.UNKNOWN);
        assertThat(register.remove(S1, OFFICE, "c", false, CALLER)).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    void whoWasGivenAToken_isNotRemoved() {
        Register register = register();
        register.enrol(S1, OFFICE, Set.of("a"), false, CALLER);
        register.claim(S1, new Person("a"), hash(1), MONDAY);

        assertThat(register.remove(S1, OFFICE, "a", false, CALLER)).isEqualTo(Removal.TOKEN_ISSUED);
        assertThat(register.find(S1, new Person("a"))).isPresent();
        assertThat(counted("office").people()).isEqualTo(1);
    }

    /// Removing and entering somebody over and over would show the moment a token was issued.
    @Test
    void afterTheOpening_somebodyIsRemovedFromABodyOnce() {
        Register register = register();
        register.enrol(S1, OFFICE, Set.of("a"), false, CALLER);

        assertThat(register.remove(S1, OFFICE, "a", true, CALLER)).isEqualTo(Removal.REMOVED);
        register.enrol(S1, OFFICE, Set.of("a"), true, CALLER);
        assertThat(register.remove(S1, OFFICE, "a", true, CALLER)).isEqualTo(Removal.REMOVED_ONCE);
        register.claim(S1, new Person("a"), hash(1), MONDAY);
        assertThat(register.remove(S1, OFFICE, "a", true, CALLER)).isEqualTo(Removal.REMOVED_ONCE);
    }

    private static void print(Register register, String batch, Set<String> hashes) {
        assertThat(
                        register.print(
                                S1,
                                OFFICE,
                                new Register.Batch(batch, List.copyOf(hashes)),
                                CALLER,
                                Optional.empty()))
                .isTrue();
    }

    private static Set<String> people(int number, String andOne) {
        Set<String> people =
                IntStream.range(0, number).mapToObj(i -> "p" + i).collect(Collectors.toSet());
        people.add(andOne);
        return people;
    }

    private static byte[] hash(int value) {
        return new byte[] {1, 2, (byte) value};
    }

    private static Constituency part(String body, String group) {
        return new Constituency(
                body,
                new LocalText(body, body, body),
                61,
                group,
                new PublicKey(BigInteger.ONE.shiftLeft(2048).subtract(BigInteger.ONE)),
                Optional.empty(),
                Constituency.Enrolment.NONE);
    }

    private static Survey survey(String id) {
        return new Survey(
                id,
                2025,
                "appendix-9",
                Set.of(),
                Set.of("min-digital", "office"),
                Instant.parse("2025-11-03T04:00:00Z"),
                Instant.parse("2025-11-14T13:00:00Z"),
                5,
                10,
                EnrolledShare.DEFAULT,
                "fingerprint",
                Survey.State.OPEN,
                Optional.empty(),
                false);
    }
}
