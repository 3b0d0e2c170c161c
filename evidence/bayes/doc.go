// Package bayes works out how far evidence tells a claim from its rivals: process tracing with
// Bayes' rule, for one test or for many that hang together.
//
// The rule to know: a test says something only by the difference between two chances, that of
// finding the evidence where the claim holds (its sensitivity) and where it does not (its Type I
// error). Both are judgements. A test looked for in vain counts by their complements, and one not
// yet sought changes nothing. What is known only as a range stays a range to the end.
//
// Start with [Likelihoods] for one test whose numbers are known, and with [Test.Ratio] where they
// are ranges or several tests are combined: [Ratio.Times] takes tests as independent, given the
// claim; [Pair] and [Dominant] do not. [Ratio.Update] then moves a prior.
//
// Odds are multiplied and divided, never turned into logarithms and back, so results are the same
// to the last bit on every machine; weights in decibels are for reading. Nothing here returns NaN
// or panics: what has no answer is an error that [errors.Is] tells apart. Costs grow linearly with
// the tests. The package does not judge likelihoods, and it never averages posteriors.
package bayes
