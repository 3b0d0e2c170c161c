// Package findings prints findings: as text with the lines at fault, as JSON, as SARIF 2.1.0, and
// as the annotations of a GitHub workflow.
//
// The rule to know: findings are data, and this package only shows them. It checks nothing, sorts
// nothing and leaves nothing out; what it is given in one order it prints in that order, so that
// the same findings give the same bytes. What comes from a stranger's file, a text or the name of
// the file itself, is printed so that it can do nothing to a terminal or a log: control characters
// and those that turn the direction of writing appear as <U+202E>, and as escapes in JSON.
//
// Start with [Write]. Text shows the lines at fault where [Sources] says how to read the files, and
// only for the first findings, see [Excerpts]. [Count] counts.
//
// Costs grow with the findings, and with the size of the files that they are in where these are
// looked at: each is read once where findings are sorted by file, and one at a time is held. A line
// of megabytes costs no more than a short one. Nothing is written before all that can fail is
// behind, but for the writer itself.
package findings
