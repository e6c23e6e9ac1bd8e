package kz.bagalau.forms.report.row;

import java.util.BitSet;

/// Rows of a tree, by their places, of which another row may be the sum.
public sealed interface Scope {

    /// Whether all these rows are in it.
    boolean covers(BitSet rows);

    /// Rows that stand together.
    ///
    /// @param to the first row after it
    record Range(int from, int to) implements Scope {

        @Override
        public boolean covers(BitSet rows) {
            return rows.nextSetBit(0) >= from && rows.length() <= to;
        }
    }

    /// The parts of a whole, wherever they stand.
    record Parts(BitSet places) implements Scope {

        public Parts {
            places = (BitSet) places.clone();
        }

        @Override
        public boolean covers(BitSet rows) {
            BitSet outside = (BitSet) rows.clone();
            outside.andNot(places);
            return outside.isEmpty();
        }
    }
}
