package kz.bagalau.rules.calendar;

/// Nobody has said which days of this year are working days. A guess would look like a deadline, so
/// there is none.
public final class UnknownYear extends IllegalArgumentException {

    private final int year;

    UnknownYear(int year, String message) {
        super(message);
        this.year = year;
    }

    public int year() {
        return year;
    }
}
