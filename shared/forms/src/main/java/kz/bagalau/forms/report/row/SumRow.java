package kz.bagalau.forms.report.row;

import java.util.List;

/// A row that sums up others, and which these may be.
///
/// @param at its place in the tree
/// @param scopes the rows of which it may be the sum, the likeliest first
public record SumRow(int at, List<Scope> scopes) {

    public SumRow {
        scopes = List.copyOf(scopes);
    }
}
