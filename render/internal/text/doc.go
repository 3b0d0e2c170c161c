// Package text measures plain text without a font file and breaks it into lines.
//
// The rule to know: a width is an upper bound. It is looked up in a table of the advances of Arial's
// metric twin, so text set in Arial, Helvetica or Liberation Sans takes that much or a trifle less,
// and what fits here fits in a browser. Lines break where Unicode Annex 14 allows it, and inside a
// word only where the word is wider than the line, never inside a grapheme cluster.
//
// Start with [Face.Wrap]. Costs are linear in the text; lines are slices of it, so that a line costs
// no copy. The package shapes nothing and knows no other font: a caller who does brings a [Face]
// with a measure of its own.
package text
