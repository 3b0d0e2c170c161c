// Package evidence holds what is known about an outcome map and judges its contribution from it:
// sources, items that bear on stepping stones and on the links between them, ratings of progress
// and confidence, indicators, and the claims that are tested.
//
// The rule to know: three layers are kept apart and never mixed. Ratings say what a team judges;
// structure says how much evidence holds a pathway up and where it would break; probative value
// says how far the evidence tells a claim from its rivals. Unrated is unknown, not the lowest level;
// not sought is no evidence, and looked for but not found is.
//
// Start with [Score], which returns one scorecard a pathway, or with [NewIndex] for everything that
// bears on a target. Costs grow linearly with the evidence unless a function says otherwise. The
// package reads no file, draws nothing and never returns one bare number for a contribution.
package evidence
