package kz.bagalau.rules;

import java.time.LocalDate;

/// The acts on employees and their working time, as they are cited.
public final class Acts {

    // DOUBT: the resolution is in force from the day of its official publication, which is not in
    // the source, nor is its own date; read as 2023-05-17 (Wednesday), the date of Agency order No.
    // 113 on which it rests, because it cannot be older. No deadline's length depends on it.
    public static final LocalDate COMMISSION_IN_FORCE = LocalDate.of(2023, 5, 17);

    // DOUBT: chapter 6 is in force "until (дейін) 31 August 2023" (item 3), read as including that
    // day (spec G-02) because the day named is taken as the last one.
    public static final LocalDate CHAPTER_6_LAPSED = LocalDate.of(2023, 9, 1);

    // DOUBT: in force after the day of its first official publication (item 5), which is not in the
    // source; read as published on the day of adoption, 2025-11-18 (Tuesday), because it cannot
    // have been earlier.
    static final LocalDate MANGYSTAU_IN_FORCE = LocalDate.of(2025, 11, 19);

    // DOUBT: in force when ten calendar days have passed since the day of its first official
    // publication (item 4), which is not in the source; read as published on the day of
    // registration, 2023-05-30 (Tuesday), so that the ten days end on 2023-06-09.
    static final LocalDate ORDER_120_IN_FORCE = LocalDate.of(2023, 6, 10);

    // DOUBT: the same words in item 4 of order 121, registered on the same day; read in the same
    // way.
    static final LocalDate ORDER_121_IN_FORCE = LocalDate.of(2023, 6, 10);

    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 22);

    private Acts() {}

    /// Resolution of the Revision Commission of Almaty region amending its methodology (base act of
    /// 28 April 2023 No. 02-17/15).
    public static Citation commission(String paragraph) {
        return new Citation(
                "Almaty region Revision Commission No. 02-17/15, as amended",
                paragraph,
                null,
                COMMISSION_IN_FORCE,
                CHECKED);
    }

    /// Resolution of the akimat of Mangystau region of 18 November 2025 No. 245.
    public static Citation mangystau(String paragraph) {
        return new Citation(
                "Mangystau region akimat No. 245", paragraph, null, MANGYSTAU_IN_FORCE, CHECKED);
    }

    /// Order of the Agency's Chair of 29 May 2023 No. 120, registered on 30 May 2023 as No. 32624.
    public static Citation order120(String paragraph) {
        return new Citation(
                "No. 120",
                paragraph,
                "https://adilet.zan.kz/rus/docs/V2300032624",
                ORDER_120_IN_FORCE,
                CHECKED);
    }

    /// Order of the Agency's Chair of 29 May 2023 No. 121, registered on 30 May 2023 as No. 32621.
    public static Citation order121(String paragraph) {
        return new Citation("No. 121", paragraph, null, ORDER_121_IN_FORCE, CHECKED);
    }
}
