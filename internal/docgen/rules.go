package main

import (
	"bytes"
	"fmt"

	"github.com/outcomemap/outcomemap/outcome"
)

// families are the parts of the catalogue, by the third letter of an id.
var families = map[byte]string{
	'1': "Structure: what a file has to be before anything can be said about the map in it",
	'2': "References: what one part of a map says of another",
	'3': "Method: what is weak about a map that is sound",
	'4': "Tables and conversion: what could not be carried over as it stood",
}

// rulesPage writes the rule catalogue as Markdown.
func rulesPage() []byte {
	var b bytes.Buffer
	b.WriteString("# The rules\n\n" +
		"Made from the code by `go generate`; do not edit.\n\n" +
		"Every finding names its rule. A rule's id never changes meaning. What it weighs depends on the profile: `draft` for a map\n" +
		"that is being written, `review` (the default), `final` for one that is about to be published. A rule marked *fixed*\n" +
		"cannot be lowered by a setting: without it the file cannot be read.\n")
	family := byte(0)
	for _, r := range outcome.Rules() {
		if r.ID[2] != family {
			family = r.ID[2]
			fmt.Fprintf(&b, "\n## %s\n", families[family])
		}
		fixed := ""
		if r.Fixed() {
			fixed = " · fixed"
		}
		fmt.Fprintf(&b, "\n### %s %s\n\n%s\n\n%s\n\ndraft: %s · review: %s · final: %s%s\n", r.ID, r.Name, r.Summary, r.Help, r.Draft, r.Review, r.Final, fixed)
	}
	return b.Bytes()
}
