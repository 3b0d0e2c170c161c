// Package schematest helps the test suites of programs and folders that work with map files. It
// needs nothing but the library and [testing].
//
// The rule to know: a test that uses it can only pass by being right. A pattern that matches no file
// fails, a golden file that is not there fails, and nothing is rewritten unless that was asked for.
//
// Start with [Valid], which guards a folder of map files. [Golden] and [GoldenMap] compare drawings
// and maps with files that somebody looked at. For programs that read or check maps themselves,
// [Random] makes valid maps of any size, [Faults] lists the ways to break one, and [Break] does so
// and knows the finding that has to tell of it.
//
// Costs are linear in the maps, and in the files that are compared. Nothing here is meant for
// programs that ship: import it from test files.
package schematest
