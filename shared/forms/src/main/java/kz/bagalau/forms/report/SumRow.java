package kz.bagalau.forms.report;

import java.util.List;

/// A row that sums up others, and which these may be.
///
/// @param at its place in the tree
/// @param scopes the rows of which it may be the sum, the likeliest first
record SumRow(int at, List<Scope> scopes) {

    SumRow {
        scopes = List.copyOf(scopes);
    }
}
