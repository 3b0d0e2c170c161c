// Package table reads outcome maps from the tables that reports publish: pasted whole, cells parted
// by tabs, with the prose around them.
//
// The rule to know: nothing is made up and nothing is mended. Every cell of a map's table is found
// again in a stepping stone, in a finding, or in both; prose never becomes a stone. A row of
// headings is known by its shape and place, a few short texts above rows of as many cells, so that
// headings may be worded in any way and any language; the wording only helps to guess the level of
// a column. The first such table is the map, later ones with the same columns are its pathways,
// titled by the line above them.
//
// Start with [Load], look at the findings, then write the map with schema.Write and go on in the
// map file. Costs are linear in the text, which is read whole and has limits of size. The package
// does not read pictures of tables, tables drawn with spaces, or merged cells.
package table
