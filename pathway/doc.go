// Package pathway models how a piece of work is said to make a difference: the ordered steps of
// one mechanism of change, the links between them, what the mechanism assumes and what else could
// explain its result. It knows ids only; the texts of stepping stones live in package outcome.
//
// The rule to know: between two neighbouring steps without a stated [Link], every stone leads to
// every stone of the next step (implied links). One stated link from the first of the two to the
// second switches that off for the pair, and an empty, non-nil [Pathway.Links] says that there are
// none at all. Links may skip steps, stay inside one, run back and form loops, as real results
// chains do.
//
// Start with [Pathway.AllLinks], or with [Pathway.Bundles], which spells no links out. Then ask for
// [Pathway.Gaps] and [Pathway.Loops], for [Pathway.Routes] and the [Pathway.Dominators] that all of
// them pass; and, given evidence, for [Pathway.CutCitations], [Pathway.CutSources],
// [Pathway.Threads] and [Pathway.Reliability]. [Overlap] and [Cover] compare pathways.
//
// Costs grow with stones plus links, pairs of steps linked all to all counting as their stones,
// unless a function says otherwise; hard questions take an effort and say what they left open. An
// invalid pathway is data: every function survives it, a nil one too, and says what it made of it.
// Nothing here writes to a pathway, reads a file, knows a rating or weighs evidence.
package pathway
