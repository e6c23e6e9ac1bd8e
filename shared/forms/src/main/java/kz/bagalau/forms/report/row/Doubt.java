package kz.bagalau.forms.report.row;

import java.util.BitSet;

/// A row of which it is not clear whether its figures are counted already in other rows.
///
/// @param at its place in the tree
/// @param rows with it and those with which it may be counted twice; a total of all of them settles
///   the doubt
public record Doubt(int at, RowNotRead reason, BitSet rows) {}
