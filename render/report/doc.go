// Package report tells the contribution story of an outcome map as one web page: for each pathway what
// difference the work makes, how sure we are, where the story breaks and what to do next; then the map,
// each pathway step by step with its evidence, the scores and how they came about, indicators, history,
// context, sources and a legend.
//
// The rule to know: the page says only what the map says and what follows from it. No figure stands
// alone: a chance comes with its range, with how much was rated and with the rivals that are open. What
// is not known looks unlike what is nil.
//
// Start with [Write]. The page is one file without a framework and without a request to anywhere: a
// content security policy with hashes forbids all else. It is complete without script, which adds routes
// that light up and a panel of evidence; it prints, follows the reader's dark setting, reads from right
// to left where the language does, and is made for keyboards and screen readers. Prose is CommonMark,
// rendered without HTML and sanitised; links are http, https, mailto or relative. Every fixed word is in
// [Words], for other languages.
//
// Costs grow with the map, its evidence and its links. The same map gives the same bytes. The package
// reads no file, fetches nothing, and judges nothing: scores come from package evidence.
package report
