package kz.bagalau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.monitoring.Recipient;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthoritiesTest {

    /// `other` is a body of no named kind; its recipient is what the Agency entered.
    @ParameterizedTest(name = "{0}, entered {1}: {2}")
    @CsvSource({
        "CENTRAL, , agency",
        "CENTRAL, astana, agency",
        "LOCAL_EXEC, , abai",
        "MASLIKHAT_APPARATUS, , abai",
        "REVISION_COMMISSION, , abai",
        "OTHER, , agency",
        "OTHER, astana, astana"
    })
    void w25_theAuthorityThatReceivesABody(
            StateBody.Category category, @Nullable String entered, String authority) {
        assertThat(authorities(entered).receiving(body(category)).id()).isEqualTo(authority);
        assertThat(authorities(entered).ofMany().receiving(body(category)).id())
                .isEqualTo(authority);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "AGENCY, , true",
        "MONITOR, , true",
        "MONITOR, astana, true",
        "TERRITORIAL, astana, true",
        "TERRITORIAL, abai, false",
        "MONITOR, abai, false",
        "TERRITORIAL, , false",
        "TERRITORIAL, agency, false",
        "MONITOR, agency, false",
        "HR, astana, false"
    })
    void w25_whoReadsABodyWhoseRecipientWasEntered(
            Role role, @Nullable String territory, boolean reads) {
        Caller caller =
                new Caller("x", Set.of(role), Optional.empty(), Optional.ofNullable(territory));

        assertThat(authorities("astana").reads(caller, body(StateBody.Category.OTHER)))
                .isEqualTo(reads);
    }

    private static Authorities authorities(@Nullable String entered) {
        return new Authorities(
                new WorktimeRecipients() {
                    @Override
                    public Optional<Edition<Recipient.Entered>> find(String body) {
                        return Optional.ofNullable(all().get(body))
                                .map(one -> new Edition<>(one, 1));
                    }

                    @Override
                    public Map<String, Recipient.Entered> all() {
                        return entered == null
                                ? Map.of()
                                : Map.of(
                                        "body",
                                        new Recipient.Entered(Optional.of(entered), "letter"));
                    }

                    @Override
                    public Saved<Recipient.Entered> put(
                            String body, Recipient.Entered next, OptionalLong seen, Caller by) {
                        throw new UnsupportedOperationException();
                    }
                });
    }

    private static StateBody body(StateBody.Category category) {
        return new StateBody(
                "body",
                new LocalText("b", "b", "b"),
                BodyKind.OTHER,
                Optional.of(category),
                Optional.of("abai"),
                Optional.empty(),
                10);
    }
}
