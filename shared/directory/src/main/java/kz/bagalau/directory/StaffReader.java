package kz.bagalau.directory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.bagalau.rules.staff.Staff;

/// The people of state bodies, as the directory holds them.
public interface StaffReader {

    /// Nobody's where the directory knows nobody of the body.
    Staff of(String body);

    /// The same for one request or one run: each body's people are read once.
    default StaffReader once() {
        Map<String, Staff> read = new ConcurrentHashMap<>();
        return body -> read.computeIfAbsent(body, this::of);
    }
}
