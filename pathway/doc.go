// Package pathway models how a piece of work is said to make a difference: the ordered steps of
// one mechanism of change, the links between them, what the mechanism assumes and what else could
// explain its result. It knows ids only; the texts of stepping stones live in package outcome.
//
// The rule to know: between two neighbouring steps without a stated [Link], every stone leads to
// every stone of the next step (implied links). One stated link between the two steps switches
// that off for the pair, and an empty, non-nil [Pathway.Links] says that there are none at all.
// Links may skip steps, stay inside one, run back and form loops, as real results chains do.
//
// Start with [Pathway.AllLinks], then ask for routes, gaps, loops, dominators and cuts. Costs grow with
// stones plus links unless a function says otherwise. An invalid pathway is data: every function
// here survives it and says what it made of it. Nothing here reads a file, knows a rating or
// weighs evidence; package evidence does the last two.
package pathway
