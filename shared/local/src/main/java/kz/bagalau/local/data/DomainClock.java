package kz.bagalau.local.data;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.bagalau.lambda.Runtime;

/// Domain time: real time, or real time moved by `POST /local/clock`. It goes on at the usual pace
/// and is kept across restarts.
public final class DomainClock extends Clock {

    /// Outside these years dates have another number of digits than everything here writes.
    public static final int FIRST_YEAR = 1;

    public static final int LAST_YEAR = 9999;

    private static final String FILE = "clock";

    private final Clock real;
    private final ZoneId zone;
    private final DataFolder data;
    private volatile Duration moved;

    public DomainClock(Clock real, DataFolder data) {
        this.real = real;
        this.zone = Runtime.ALMATY;
        this.data = data;
        this.moved = data.read(FILE).map(Duration::parse).orElse(Duration.ZERO);
    }

    private DomainClock(DomainClock other, ZoneId zone) {
        this.real = other.real;
        this.zone = zone;
        this.data = other.data;
        this.moved = other.moved;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DomainClock(this, other);
    }

    /// Whether the clock can be moved there.
    public static boolean reaches(Instant to) {
        return !to.isBefore(begin(FIRST_YEAR)) && to.isBefore(begin(LAST_YEAR + 1));
    }

    private static Instant begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(Runtime.ALMATY).toInstant();
    }

    public boolean isMoved() {
        return !moved.isZero();
    }

    /// From now on it is `to`. Where that cannot be kept, it stays as it was.
    public void move(Instant to) {
        Duration by = Duration.between(real.instant(), to);
        data.write(FILE, by.toString());
        moved = by;
    }

    public void giveBack() {
        data.delete(FILE);
        moved = Duration.ZERO;
    }
}
