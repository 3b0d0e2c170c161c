package outcome

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/jsonpointer"
)

// A Finding is one thing that is wrong or weak with a map. Rule, Severity and Pointer are for
// programs and never change meaning; Message and Hint are for people and may be reworded.
type Finding struct {
	Rule     string   `json:"rule"`     // such as "OM202", see [Rules]
	Severity Severity `json:"severity"` // what the rule weighs in the profile that was asked for
	Place
	Message string  `json:"message"`           // what is so, names quoted
	Hint    string  `json:"hint,omitempty"`    // what to do
	Because string  `json:"because,omitempty"` // the reason that a [RuleSetting] gave for this severity
	Related []Place `json:"related,omitempty"` // the other side, as the first of two equal ids
}

// A Place is a spot in a map.
type Place struct {
	Pointer string   `json:"pointer"`      // JSON Pointer (RFC 6901) to the value; "" is the whole map
	Pos     Position `json:"pos,omitzero"` // zero unless the map was read from a file
}

// A Position is a spot in a file.
type Position struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line"`             // from 1
	Column int    `json:"column"`           // from 1, in Unicode code points
	Offset int    `json:"offset"`           // from 0, in bytes
	Length int    `json:"length,omitempty"` // of the value's source text on its first line, in bytes
}

// String returns file:line:column, leaving out what is not known.
func (p Position) String() string {
	at := p.File
	for _, n := range [...]int{p.Line, p.Column} {
		switch {
		case n == 0:
			return at
		case at == "":
			at = strconv.Itoa(n)
		default:
			at += ":" + strconv.Itoa(n)
		}
	}
	return at
}

// String returns one line such as
//
//	map.yaml:41:22: error: OM202 no stone "emploers" (did you mean "employers"?)
func (f Finding) String() string {
	var b strings.Builder
	if at := f.Pos.String(); at != "" {
		b.WriteString(at + ": ")
	}
	fmt.Fprintf(&b, "%s: %s %s", f.Severity, f.Rule, f.Message)
	if f.Hint != "" {
		fmt.Fprintf(&b, " (%s)", f.Hint)
	}
	return b.String()
}

// SortFindings orders findings by file, position, pointer, rule and message.
func SortFindings(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			strings.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			jsonpointer.Compare(a.Pointer, b.Pointer),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Message, b.Message),
		)
	})
}
