package kz.bagalau.rules;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a fact comes from: its kind (`survey`, `upload`, `analyst`, `calendar`) and the details
/// that find it again (which survey and tally; which upload, sheet and cell; who typed it on what
/// basis).
public record Provenance(String kind, SortedMap<String, String> details) {

    public Provenance {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    public Provenance(String kind, Map<String, String> details) {
        this(kind, new TreeMap<>(details));
    }
}
