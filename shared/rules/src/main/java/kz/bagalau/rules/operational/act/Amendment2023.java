package kz.bagalau.rules.operational.act;

import java.time.LocalDate;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.ParameterTable;

/// Joint order of 20 February 2023: No. 57/НҚ of the acting Minister of Digital Development and No.
/// 46 of the Chair of the Agency for Civil Service Affairs, registered on 21 February 2023 as No.
/// 31941. Every paragraph of the Methodology that we know is known from this order.
public final class Amendment2023 {

    // DOUBT: the order is in force when ten calendar days have passed since its first official
    // publication (clause 4), and the publication date is not in the source; read as published on
    // the day of registration, 2023-02-21 (Tuesday), so that the ten days end on 2023-03-03 and the
    // order holds from 2023-03-04 (Saturday). It cannot have been earlier; a later day changes no
    // score, because the law of a year is that of its last day.
    public static final LocalDate IN_FORCE = LocalDate.of(2023, 3, 4);

    private static final String ACT = "57/НҚ and No. 46";

    // The register's address of act No. 31941 of 2023; our text is a copy with OCR errors.
    private static final String URL = "https://adilet.zan.kz/kaz/docs/V2300031941";

    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 22);

    /// Its numbers.
    public static final ParameterTable PARAMETERS =
            ParameterTable.read(Amendment2023.class, "parameters-2023.csv", Amendment2023::cite);

    private Amendment2023() {}

    public static Citation cite(String paragraph) {
        return new Citation(ACT, paragraph, URL, IN_FORCE, CHECKED);
    }
}
