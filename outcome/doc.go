// Package outcome holds the whole outcome map: columns of stepping stones read from left to right,
// the pathways that run through them, the context, and the evidence that hangs on it all.
//
// The rule to know: a [Map] is data, not an authority. Make one with a literal, read and set its
// fields; nothing is checked until [Check] is asked, and every function survives a map that is
// wrong. The number, headings and levels of columns vary from map to map. Ids are unique per kind,
// and columns and stones are one kind.
//
// Start with [Check] for what is wrong or weak, [NewIndex] for look-ups, [Map.Clone] for what-ifs,
// [Conditions] for the four conditions of a contribution claim (Mayne), and [Diff] and [Merge] for
// two versions of a map. Costs are linear in the map. The package reads no files and draws nothing:
// package schema reads and writes map files, package render draws them.
//
//go:generate go run -C .. ./internal/docgen
package outcome
