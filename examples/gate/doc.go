// Package gate shows how a repository guards its map files: all of it is in gate_test.go, to copy, and
// go test is what the build server runs. There is nothing to import here.
//
// Three kinds of questions are asked: is every map ready to publish, does it keep the rules of the
// house that no library can know, and is it still drawn as somebody last saw it?
package gate
