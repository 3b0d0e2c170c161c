package findings

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/harmless"
	"github.com/outcomemap/outcomemap/outcome"
)

// sourceRoot is the name by which SARIF knows the folder that relative URIs start from.
const sourceRoot = "%SRCROOT%"

// sarif prints one run with the findings as results. Only rules that found something are described.
// Columns count code points, and the log says so.
func (c *config) sarif(w io.Writer, fs []outcome.Finding) {
	rules, index := usedRules(fs)
	results := make([]sarifResult, len(fs))
	lib := library{open: c.open}
	for i := range fs {
		f := &fs[i]
		results[i] = sarifResult{
			RuleID: utf8Text(f.Rule), RuleIndex: index[utf8Text(f.Rule)], Level: level(f.Severity), Message: sarifText{sarifMessage(f)},
			Locations:  []sarifLocation{c.location(&lib, f.Place)},
			Properties: &sarifProperties{Pointer: f.Pointer, Hint: f.Hint, Because: f.Because},
		}
		for j, p := range f.Related {
			there := c.location(&lib, p)
			there.ID = j + 1
			results[i].Related = append(results[i].Related, there)
		}
	}
	log := sarifLog{
		Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", Version: "2.1.0",
		Runs: []sarifRun{{
			Tool: sarifTool{sarifDriver{
				Name: "outcomemap", InformationURI: "https://github.com/outcomemap/outcomemap", Rules: rules,
			}},
			ColumnKind: "unicodeCodePoints",
			BaseIDs: map[string]sarifBase{
				sourceRoot: {sarifText{"The folder that the files were named from."}},
			},
			Results: results,
		}},
	}
	out, _ := json.MarshalIndent(log, "", " ") // plain data: it cannot fail
	_, _ = w.Write(append(escape(out), '\n'))
}

// usedRules describes the rules of findings, sorted by id, and tells the place of each. One that
// the catalogue does not know has an id and no more.
func usedRules(fs []outcome.Finding) ([]sarifRule, map[string]int) {
	index := map[string]int{}
	ids := make([]string, 0, 64)
	for i := range fs {
		id := utf8Text(fs[i].Rule)
		if _, seen := index[id]; !seen {
			index[id] = 0
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	rules := make([]sarifRule, len(ids))
	for i, id := range ids {
		index[id] = i
		rules[i].ID = id
		if r, ok := outcome.RuleByID(id); ok {
			rules[i] = describe(r)
		}
	}
	return rules, index
}

func describe(r outcome.Rule) sarifRule {
	return sarifRule{
		ID: r.ID, Name: camel(r.Name), Short: &sarifText{r.Summary}, Help: &sarifHelp{plain(r.Help), r.Help},
		Default: &sarifDefault{level(r.Review)}, Properties: &sarifTags{[]string{part(r.ID)}},
	}
}

// part names the part of the catalogue that a rule stands in.
func part(id string) string {
	switch {
	case strings.HasPrefix(id, "OM1"):
		return "structure"
	case strings.HasPrefix(id, "OM2"):
		return "references"
	case strings.HasPrefix(id, "OM3"):
		return "method"
	}
	return "tables"
}

// plain takes the marks of code out of CommonMark, the only ones that the catalogue uses.
func plain(markdown string) string { return strings.ReplaceAll(markdown, "`", "") }

// camel writes the words of a name as one: names of SARIF rules are identifiers.
func camel(name string) string {
	var b strings.Builder
	for _, word := range strings.Fields(name) {
		r, n := utf8.DecodeRuneInString(word)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(word[n:])
	}
	return b.String()
}

func level(s outcome.Severity) string {
	if s == outcome.Info {
		return "note"
	}
	return s.String()
}

// sarifMessage escapes what would be a placeholder (braces are doubled, SARIF 3.11.5) and parts what
// would be an embedded link (3.11.6), for which there is no escape.
var sarifEscapes = strings.NewReplacer("{", "{{", "}", "}}", "](", "] (")

func sarifMessage(f *outcome.Finding) string {
	return sarifEscapes.Replace(harmless.Text(message(f), "\n"))
}

// utf8Text is what JSON makes of a text, so that an id is the same wherever it stands.
func utf8Text(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// location says where a place is: in the file where that is known, and in the data.
func (c *config) location(lib *library, p outcome.Place) sarifLocation {
	var at sarifLocation
	if p.Pos.File != "" {
		at.Physical = &sarifPhysical{}
		uri, relative := c.uri(p.Pos.File)
		at.Physical.File.URI = uri
		if relative {
			at.Physical.File.BaseID = sourceRoot
		}
		if p.Pos.Line > 0 {
			at.Physical.Region = &sarifRegion{StartLine: p.Pos.Line, StartColumn: max(p.Pos.Column, 0), EndColumn: lib.endColumn(p.Pos)}
		}
	}
	if p.Pointer != "" {
		at.Logical = []sarifLogical{{p.Pointer}}
	}
	return at
}
