// Package schema reads, checks and writes map files, in JSON and in YAML.
//
// The rule to know: reading is checking. One pass finds everything that is wrong or weak with a
// file (its structure, its references, its method), each finding with rule, severity, JSON Pointer
// and file:line:column; what merely follows from a fault is not told as well. The same fault gives
// the same finding in both formats. What is read and written again is the same map, byte for byte.
//
// Start with [ReadFile], which gives a map or an error that lists every fault; with [Load] for
// warnings too; with [LoadAll] for whole folders; with [Write]. [JSONSchema] is the schema itself,
// which makes an editor a manual of the format.
//
// Files may come from strangers: [Limits] bound time and memory, which are otherwise linear in the
// file, and no input makes the package panic or reach for a network or another file. The texts of a
// map that was read are parts of the file's text, which stays in memory as long as any of them.
// Comments are not carried. Package findings prints findings, package table reads published tables.
package schema
