package schema

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/yamltext"
)

// Faults that people make, in a map of eighty kilobytes in which much hangs together: each is told
// once, at its place, in both formats.
func TestFaultsInALargeMap(t *testing.T) {
	src, err := os.ReadFile("../examples/maps/programme-board-rated.yaml")
	require.NoError(t, err)
	good := string(src)
	before := map[string]bool{}
	_, all := newFindings(t, good, nil)
	for _, f := range all {
		before[f.Rule+f.Pointer] = true
	}
	p := compiled()
	for _, tt := range boardFaults {
		require.Contains(t, good, tt.old, tt.why)
		bad := strings.Replace(good, tt.old, tt.new, 1)
		found, all := newFindings(t, bad, before)
		lines := strings.Split(bad, "\n")
		var got []string
		for _, f := range found {
			rest := string([]rune(lines[f.Pos.Line-1])[f.Pos.Column-1:])
			got = append(got, f.Rule+" "+rest[:min(f.Pos.Length, len(rest))])
			if f.Rule < "OM3" {
				assert.True(t, f.Hint != "" || len(f.Message) > 30, "%s: what to do is said: %s", tt.why, f)
			}
		}
		assert.Equal(t, tt.want, strings.Join(got, ", "), "%s\n%v", tt.why, found)
		if testing.Short() {
			continue // TestFaultyYAMLAsJSON compares smaller files
		}
		twin := yamltext.Convert(bad, p.Root(), yamltext.Options{Depth: 64, Nodes: 1e6, Faults: 100})
		if twin.Fatal || len(twin.Faults) > 0 {
			continue // a fault of YAML alone
		}
		asJSON, err := Load(strings.NewReader(twin.JSON), WithFormat(JSON))
		require.NoError(t, err)
		assert.Equal(t, said(all), said(asJSON.Findings), tt.why)
	}
}

// newFindings returns the findings of a map, and those of them that are not there before.
func newFindings(t *testing.T, src string, before map[string]bool) (fs, all []outcome.Finding) {
	res, err := Load(strings.NewReader(src), WithFormat(YAML))
	require.NoError(t, err)
	requirePlaces(t, res)
	for _, f := range res.Findings {
		if !before[f.Rule+f.Pointer] {
			fs = append(fs, f)
		}
	}
	return fs, res.Findings
}

// said lists what findings say, in words.
func said(fs []outcome.Finding) (out []string) {
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s %s %s (%s)", f.Rule, f.Pointer, f.Message, f.Hint))
	}
	return out
}

var boardFaults = []struct{ why, old, new, want string }{
	{"misspelt stone in a step", "stones: [provide-support-information-advice], summary", "stones: [provide-suport-information-advice], summary", "OM202 provide-suport-information-advice"},
	{"misspelt stone id where defined", "- {id: employer-personal-assistant-unit, text", "- {id: employer-personal-assistent-unit, text", "OM202 employer-personal-assistant-unit"},
	{"stone of rated step misspelt", "[reciprocity-relationship, team-working]", "[reciprocity-relationship, team-workng]", "OM202 team-workng"},
	{"missing column in a step", "- {column: behaviour, stones: [reciprocity-relationship", "- {stones: [reciprocity-relationship", "OM112 {"},
	{"misspelt column in a step", "- {column: behaviour, stones: [reciprocity-relationship", "- {column: behavior, stones: [reciprocity-relationship", "OM202 behavior"},
	{"column id changed", "  - id: reactions\n    heading: How they feel", "  - id: reaction\n    heading: How they feel", "OM202 reactions"},
	{"column id missing, level there", "  - id: reactions\n    heading: How they feel", "  - heading: How they feel", ""},
	{"column gone", "  - id: impact\n", "  - id: impakt\n", "OM202 impact"},
	{"pathway id changed", "  - id: relationships\n", "  - id: relationship\n", "OM202 relationships"},
	{"pathway id missing", "  - id: relationships\n    title", "  - title", "OM112 t"},
	{"misspelt field in a link", "{from: team-working, to: employer-lives-good-independent, effect: positive, mechanism", "{from: team-working, to: employer-lives-good-independent, efect: positive, mechanism", "OM113 efect"},
	{"misspelt required field in a link", "{from: team-working, to: employer-lives-good-independent,", "{from: team-working, too: employer-lives-good-independent,", "OM113 too"},
	{"misspelt field in a bearing", "direction: supports, sensitivity: [0.8, 0.9], typeIError", "direction: supports, sensitivty: [0.8, 0.9], typeIError", "OM113 sensitivty"},
	{"typeIerror", "sensitivity: [0.8, 0.9], typeIError: [0.1, 0.2]", "sensitivity: [0.8, 0.9], typeIerror: [0.1, 0.2]", "OM113 typeIerror"},
	{"chance as percent", "sensitivity: [0.8, 0.9], typeIError: [0.1, 0.2]", "sensitivity: 80, typeIError: [0.1, 0.2]", "OM118 80"},
	{"chance as percent text", "sensitivity: [0.8, 0.9], typeIError: [0.1, 0.2]", "sensitivity: 80%, typeIError: [0.1, 0.2]", "OM111 80%"},
	{"chance as text", "sensitivity: [0.8, 0.9], typeIError: [0.1, 0.2]", "sensitivity: high, typeIError: [0.1, 0.2]", "OM111 high"},
	{"range of three", "sensitivity: [0.8, 0.9], typeIError: [0.1, 0.2]", "sensitivity: [0.8, 0.9, 1], typeIError: [0.1, 0.2]", "OM119 ["},
	{"range downwards", "sensitivity: [0.8, 0.9], typeIError: [0.1, 0.2]", "sensitivity: [0.9, 0.8], typeIError: [0.1, 0.2]", "OM118 ["},
	{"range with text", "sensitivity: [0.8, 0.9], typeIError: [0.1, 0.2]", "sensitivity: [0.8, most], typeIError: [0.1, 0.2]", "OM111 most"},
	{"range as object", "sensitivity: [0.8, 0.9], typeIError: [0.1, 0.2]", "sensitivity: {low: 0.8, high: 0.9}, typeIError: [0.1, 0.2]", "OM111 {"},
	{"decimal comma", "sensitivity: 0.7, typeIError: [0.2", "sensitivity: 0,7, typeIError: [0.2", "OM111 7"},
	{"list where text", "title: Supporting the development of the PA workforce", "title: [Supporting, developing]", "OM111 ["},
	{"text where list", "stones: [supportive-employer, get-help-when-need]", "stones: supportive-employer", "OM111 supportive-employer"},
	{"wrong level", "    level: behaviour\n", "    level: behavior\n", "OM207 behavior"},
	{"level of other case", "    level: behaviour\n", "    level: Behaviour\n", "OM207 Behaviour"},
	{"unknown level", "    level: behaviour\n", "    level: change\n", "OM207 change"},
	{"unknown source", "      source: delivery\n", "      source: delivry\n", "OM202 delivry"},
	{"source id missing", "- {id: delivery, title: Delivery records", "- {title: Delivery records", "OM112 {"},
	{"duplicate stone id", "- {id: personal-assistants, text", "- {id: employers, text", "OM201 employers"},
	{"duplicate pathway id", "  - id: workforce\n    title", "  - id: relationships\n    title", "OM201 relationships"},
	{"duplicate source id", "- {id: pair-survey, title", "- {id: delivery, title", "OM201 delivery"},
	{"duplicate key", "    short: Workforce\n", "    short: Workforce\n    short: Work\n", "OM106 short"},
	{"steps in wrong order", "      - {column: activities, stones: [provide-support-information-advice], summary: \"Eight joint courses ran in five council areas, one fewer than planned.\"}\n      - {column: participants, stones: [employer-personal-assistant-unit], summary: Seven in ten of the pairs that were invited came as a pair.}", "      - {column: participants, stones: [employer-personal-assistant-unit], summary: Seven in ten of the pairs that were invited came as a pair.}\n      - {column: activities, stones: [provide-support-information-advice], summary: \"Eight joint courses ran in five council areas, one fewer than planned.\"}", "OM204 activities"},
	{"stone of another column in a step", "[reciprocity-relationship, team-working]", "[reciprocity-relationship, team-working, team]", "OM203 team"},
	{"link to a stone not in pathway", "{from: team-working, to: employer-lives-good-independent, effect", "{from: team-working, to: self-directed-support-works, effect", "OM206 self-directed-support-works"},
	{"link to itself", "{from: team-working, to: employer-lives-good-independent, effect", "{from: team-working, to: team-working, effect", "OM208 {"},
	{"two targets in one", "about: {pathway: relationships, rival: already-strong}, direction: supports", "about: {pathway: relationships, rival: already-strong, stone: team}, direction: supports", "OM120 {"},
	{"from without to", "about: {pathway: relationships, from: learning, to: behaviour}, direction: supports, sensitivity: [0.55", "about: {pathway: relationships, from: learning}, direction: supports, sensitivity: [0.55", "OM120 {"},
	{"unknown rival", "about: {pathway: relationships, rival: already-strong}, direction: supports", "about: {pathway: relationships, rival: allready-strong}, direction: supports", "OM202 allready-strong"},
	{"rival id changed", "- {id: already-strong, text", "- {id: already-strongs, text", "OM202 already-strong"},
	{"target misspelt key", "about: {pathway: relationships, rival: already-strong}, direction: supports", "about: {pathway: relationships, rivel: already-strong}, direction: supports", "OM113 rivel"},
	{"about as text", "about: {pathway: relationships, rival: already-strong}, direction: supports", "about: already-strong, direction: supports", "OM111 already-strong"},
	{"about missing", "{about: {pathway: relationships, rival: already-strong}, direction: supports,", "{direction: supports,", "OM112 {"},
	{"on for about", "{about: {pathway: relationships, rival: already-strong}, direction: supports,", "{on: {pathway: relationships, rival: already-strong}, direction: supports,", "OM113 on"},
	{"pathway inside pathway", "about: {column: reactions}}", "about: {pathway: relationships, column: reactions}}", "OM113 pathway"},
	{"direction unknown", "rival: already-strong}, direction: supports", "rival: already-strong}, direction: support", "OM117 support"},
	{"effect unknown", "effect: negative", "effect: minus", "OM117 minus"},
	{"null", "    short: Workforce\n", "    short:\n", "OM111 short"},
	{"unquoted comma", "text: Both speak openly with the other in the room,", "text: Both speak openly, with the other in the room,", "OM111 with the other in the room"},
	{"bad date", "date: 2024-12-02", "date: 2.12.2024", "OM115 2.12.2024"},
	{"date that is not", "date: 2024-12-02", "date: 2024-02-30", "OM115 2024-02-30"},
	{"bad url", "url: \"https://example.org/payroll\"", "url: \"javascript:alert(1)\"", "OM116 \"javascript:alert(1)\""},
	{"url www", "url: \"https://example.org/payroll\"", "url: \"www.example.org/pay roll\"", "OM116 \"www.example.org/pay roll\""},
	{"bad id", "- {id: employers, text: Employers}", "- {id: the employers, text: Employers}", "OM114 the employers"},
	{"id number", "- {id: pay-rise, text: The national pay rise of 2023 made", "- {id: 12, text: The national pay rise of 2023 made", "OM202 pay-rise"},
	{"version 2", "outcomeMap: \"1\"", "outcomeMap: \"2\"", "OM105 \"2\""},
	{"version number", "outcomeMap: \"1\"", "outcomeMap: 1", ""},
	{"version missing", "outcomeMap: \"1\"\n", "", "OM105 i"},
	{"title missing", "title: Personal Assistants Programme Board (made-up sample)\n", "", "OM112 o"},
	{"columns misspelt", "\ncolumns:\n", "\ncolumn:\n", "OM113 column"},
	{"pathways misspelt", "\npathways:\n", "\npathway:\n", "OM113 pathway"},
	{"steps and stones", "    steps:\n", "    stones: [employers]\n    steps:\n", "OM106 stones"},
	{"tab", "    short: Workforce\n", "\tshort: Workforce\n", "OM101 \t"},
	{"bad indentation", "    short: Workforce\n", "   short: Workforce\n", "OM101 s"},
	{"colon in text", "    short: Workforce\n", "    short: Workforce: PAs\n", "OM101 :"},
	{"open quote", "    short: Workforce\n", "    short: \"Workforce\n", "OM101 :"},
	{"unknown progress", "progress: great", "progress: grate", "OM209 grate"},
	{"unknown group", "group: planning-2024", "group: planing-2024", "OM202 planing-2024"},
	{"group id changed", "- id: planning-2024", "- id: planning-2023", "OM202 planning-2024"},
	{"field of parent level", "    summary: Help comes sooner", "    conclusions: x\n    summary: Help comes sooner", "OM113 conclusions"},
	{"policy unknown", "policy: package", "policy: bundle", "OM117 bundle"},
}
