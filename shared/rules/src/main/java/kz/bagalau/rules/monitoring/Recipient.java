package kz.bagalau.rules.monitoring;

import java.util.Optional;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;

/// Who receives a body's quarterly report on working time (121 ¶8).
public sealed interface Recipient {

    /// The authorised body itself.
    record AuthorisedBody(Optional<String> basis) implements Recipient {}

    /// Its territorial subdivision.
    ///
    /// @param basis why, where a person entered it; empty where ¶8 itself says so
    record Subdivision(String territory, Optional<String> basis) implements Recipient {}

    /// Nobody, until the Agency enters one: nobody is guessed.
    record Nobody() implements Recipient {}

    /// What the Agency entered for a body.
    ///
    /// @param territory empty for the authorised body itself
    record Entered(Optional<String> territory, String basis) {

        public Entered {
            if (basis.isBlank()) {
                throw new IllegalArgumentException("a recipient that is entered needs a basis");
            }
        }
    }

    /// Whether ¶8 itself names it: what is entered then changes nothing.
    default boolean byOrder() {
        return switch (this) {
            case AuthorisedBody(var basis) -> basis.isEmpty();
            case Subdivision(_, var basis) -> basis.isEmpty();
            case Nobody() -> false;
        };
    }

    static Citation citation() {
        return Acts.order121("¶8 part 2");
    }

    // DOUBT: part 1 of ¶8 names the authorised body and its subdivisions for all bodies, part 2
    // divides them (W-25); read as part 2, because otherwise it would say nothing. What it does not
    // name has the recipient that the Agency enters.
    /// @param territory of the body
    static Recipient of(ReportingBody body, Optional<String> territory, Optional<Entered> entered) {
        return switch (body) {
            case CENTRAL -> new AuthorisedBody(Optional.empty());
            case LOCAL_EXECUTIVE,
                    LOCAL_BUDGET_EXECUTIVE,
                    MASLIKHAT_APPARATUS,
                    REVISION_COMMISSION ->
                    territory
                            .<Recipient>map(own -> new Subdivision(own, Optional.empty()))
                            .orElseGet(() -> entered(entered));
            case UNNAMED -> entered(entered);
        };
    }

    private static Recipient entered(Optional<Entered> entered) {
        return entered.map(by ->
                        by.territory()
                                .<Recipient>map(
                                        own -> new Subdivision(own, Optional.of(by.basis())))
                                .orElseGet(() -> new AuthorisedBody(Optional.of(by.basis()))))
                .orElseGet(Nobody::new);
    }
}
