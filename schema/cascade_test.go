package schema

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What merely follows from a fault is not told as well; what is wrong in its own right is.
func TestOneFindingAFault(t *testing.T) {
	const stones = `"columns":[{"id":"a","stones":[{"id":"s","text":"S"}]},{"id":"b","stones":[{"id":"t","text":"T"}]}],`
	for _, tt := range []struct{ why, rest, want string }{
		{"a stone's lost id makes references to it dangle", `"columns":[{"id":"a","stones":[{"id":5,"text":"S"}]}],"pathways":[{"id":"p","stones":["s"]}]`, "OM111"},
		{"so does a missing one", `"columns":[{"id":"a","stones":[{"text":"S"}]}],"pathways":[{"id":"p","stones":["s"]}]`, "OM112"},
		{"so does a list that is none", `"columns":[{"id":"a","stones":"s"}],"pathways":[{"id":"p","stones":["s"]}]`, "OM111"},
		{"a misspelt id is read as the id", `"columns":[{"id":"a","stones":[{"idd":"s","text":"S"}]}],"pathways":[{"id":"p","stones":["s"]}]`, "OM113"},
		{"a lost source", stones + `"evidence":{"sources":[{"id":null}],"items":[{"id":"e","source":"x","bears":[{"about":{"stone":"s"}}]}]}`, "OM111"},
		{"a lost item", stones + `"evidence":{"items":[7],"assessments":[{"about":{"stone":"s"},"items":["e"]}]}`, "OM111"},
		{"a lost pathway", stones + `"pathways":[{"id":[],"stones":["s","t"]}],"evidence":{"assessments":[{"about":{"pathway":"p","stone":"s"}}]}`, "OM111"},
		{"a lost level of the standard", stones + `"evidence":{"standard":{"progress":[{"id":1}]},"assessments":[{"about":{"stone":"s"},"progress":"x"}]}`, "OM111"},
		{"a lost round", stones + `"evidence":{"rounds":"r","assessments":[{"about":{"stone":"s"},"round":"r"}]}`, "OM111"},
		{"a lost criterion", stones + `"evidence":{"criteria":[{"id":5,"text":"C"}],"claims":[{"about":{"criterion":"c"}}]}`, "OM111"},
		{"a lost group", stones + `"evidence":{"groups":[5],"items":[{"id":"e","group":"g","bears":[{"about":{"stone":"s"}}]}]}`, "OM111"},
		{"a lost pathway that another assessment serves as well", stones + `"pathways":[{"id":null,"stones":["s","t"]}],"evidence":{"assessments":[{"about":{"stone":"s"},"also":["p"]}]}`, "OM111"},
		{"a lost rival", stones + `"pathways":[{"id":"p","stones":["s","t"],"rivals":[{"id":5,"text":"R"}]}],"evidence":{"claims":[{"about":{"pathway":"p","rival":"r"}}]}`, "OM111"},
		{"a lost target is not unclear as well", stones + `"evidence":{"claims":[{"about":{"stone":5}}]}`, "OM111"},
		{"half a link is not told twice", stones + `"evidence":{"claims":[{"about":{"from":"s"}}]}`, "OM120"},
		{"an unknown level is told once", `"columns":[{"id":"a","level":"x","stones":[{"id":"s","text":"S"}]}]`, "OM207"},
		{"lost stones do not leave a column empty", `"columns":[{"id":"a","stones":{}}]`, "OM111"},
		{"a lost step does not cut a pathway short", stones + `"pathways":[{"id":"p","steps":[{"column":"a","stones":["s"]},5]}]`, "OM111"},
		{"nor does it leave its stones loose", stones + `"pathways":[{"id":"p","steps":[{"column":"a","stones":["s"]},5]}]`, "OM111"},
		{"nor does a lost list of steps", stones + `"pathways":[{"id":"p","steps":5}]`, "OM111"},
		{"nor do lost stones of a step", stones + `"pathways":[{"id":"p","steps":[{"column":"a","stones":["s"]},{"column":"b","stones":5}]}]`, "OM111"},
		{"nor a lost stone of a pathway", stones + `"pathways":[{"id":"p","stones":["s",5]}]`, "OM111"},
		{"nor a lost pathway", stones + `"pathways":[5,{"id":"p","stones":["t"]}]`, "OM111"},
		{"a lost summary of a step does leave it loose", stones + `"pathways":[{"id":"p","steps":[{"column":"a","stones":["s"],"summary":5}]}]`, "OM111 OM301"},
		{"and a lost title of a pathway, of which alone no more is said", stones + `"pathways":[{"id":"p","title":5,"stones":["s"]}]`, "OM111 OM301"},
		{"a lost column is not one without an id as well", `"columns":[5,{"id":"a","stones":[{"id":"s","text":"S"}]}]`, "OM111"},
		{"nor is one with a lost id", `"columns":[{"id":5,"stones":[{"id":"s","text":"S"}]}]`, "OM111"},
		{"a column without an id makes references to it dangle", `"columns":[{"stones":[{"id":"s","text":"S"}]},{"id":"b","stones":[{"id":"t","text":"T"}]}],"pathways":[{"id":"p","steps":[{"column":"a","stones":["s"]},{"column":"b","stones":["t"]}]}]`, "OM112"},
		{"a lost list of references loses no ids", stones + `"evidence":{"items":[{"id":"e","bears":[{"about":{"stone":"s"}}]}],"assessments":[{"about":{"stone":"s"},"items":5},{"about":{"stone":"t"},"items":["f"]}]}`, "OM111 OM202"},
		{"nor does a lost reference", stones + `"pathways":[{"id":"p","stones":["s","t"]},{"id":"q","steps":[{"column":"a","stones":["s",5]},{"column":"b","stones":["t","u"]}]}]`, "OM111 OM202"},
		{"two faults in one object are two", stones + `"factors":[{"kind":"x","text":5}]`, "OM111 OM117"},
		{"a dangling id elsewhere is told", stones + `"factors":[5],"pathways":[{"id":"p","stones":["s","u","t"]}]`, "OM111 OM202"},
		{"a reference of another kind is told", stones + `"evidence":{"sources":[5],"items":[{"id":"e","group":"g","bears":[{"about":{"stone":"s"}}]}]}`, "OM111 OM202"},
		{"a lost item leaves confidence without evidence, and a source without items", stones + `"evidence":{"sources":[{"id":"x"}],"items":[5],"assessments":[{"about":{"stone":"s"},"confidence":"high","items":["e"]},{"about":{"stone":"t"}}]}`, "OM111"},
		{"a lost judgement of a package leaves it without one", stones + `"evidence":{"items":[{"id":"e","group":"g"}],"groups":[{"id":"g","policy":"package","bears":5}],"assessments":[{"about":{"stone":"s"},"items":["e"]}]}`, "OM111"},
		{"a lost rival leaves a verdict on the pathway", stones + `"pathways":[{"id":"p","stones":["s","t"]}],"evidence":{"assessments":[{"about":{"pathway":"p","rival":5},"verdict":"holds"},{"about":{"stone":"s"}},{"about":{"stone":"t"}}]}`, "OM111"},
		{"a lost assessment leaves a stone without one", stones + `"pathways":[{"id":"p","stones":["s","t"]}],"evidence":{"assessments":[5,{"about":{"stone":"t"}}]}`, "OM111"},
		{"and raters without an agreed rating", stones + `"evidence":{"assessments":[{"about":{"stone":5},"agreed":true},{"about":{"stone":"t"},"progress":"none","by":"A"},{"about":{"stone":"t"},"progress":"some","by":"B"}]}`, "OM111"},
		{"and an item that bears on nothing", stones + `"evidence":{"items":[{"id":"e"}],"assessments":[{"about":{"stone":"t"},"items":5}]}`, "OM111"},
		{"of a list that stands twice the second is lost", `"columns":[{"id":"a","stones":[{"id":"s","text":"S"}],"stones":[{"id":"t","text":"T"}]}],"pathways":[{"id":"p","stones":["s","t"]}]`, "OM106"},
		{"an entry that is not begun stands in the one before it", `"columns":[{"id":"a","stones":[{"id":"s","text":"S"}],"id":"b","stones":[{"id":"t","text":"T"}]}],"pathways":[{"id":"p","stones":["s","t"]}]`, "OM106"},
		{"two keys that stand twice, in no list, are two faults", stones + `"provenance":{"date":"2021","url":"a","date":"2021","url":"a"}`, "OM106 OM106"},
		{"so are those of two entries", `"columns":[{"id":"a","id":"a","stones":[{"id":"s","text":"S"}]},{"id":"b","id":"b","stones":[{"id":"t","text":"T"}]}]`, "OM106 OM106"},
		{"a level that is named like another", stones + `"evidence":{"standard":{"progress":[{"id":"no"},{"id":"no"}]},"assessments":[{"about":{"stone":"s"},"progress":"yes"},{"about":{"stone":"t"},"progress":"yes"}]}`, "OM201"},
		{"a stone that is named like a column behind it", `"columns":[{"id":"a","stones":[{"id":"b","text":"S"}]},{"id":"b","stones":[{"id":"t","text":"T"}]}],"pathways":[{"id":"p","steps":[{"column":"a","stones":["s"]},{"column":"b","stones":["t"]}]}]`, "OM201"},
		{"a lost text loses no id", `"columns":[{"id":"a","stones":[{"id":"s","text":5}]}],"pathways":[{"id":"p","stones":["s","u"]}]`, "OM111 OM202"},
	} {
		bothWays(t, tt.why, func(t *testing.T, way Option) {
			src := `{"outcomeMap":"1","title":"T",` + tt.rest + `}`
			res, err := Load(strings.NewReader(src), WithFormat(JSON), way)
			require.NoError(t, err)
			var rules []string
			for _, f := range res.Findings {
				if f.Rule < "OM3" || slices.Contains([]string{"OM301", "OM302", "OM304", "OM309", "OM310", "OM311", "OM312", "OM319"}, f.Rule) {
					rules = append(rules, f.Rule)
				}
			}
			assert.ElementsMatch(t, strings.Fields(tt.want), rules, "%v", &Error{Findings: res.Findings})
		})
	}
}

// Of the places of one finding those go that have a fault of their own.
func TestPlacesThatFollowFromAFault(t *testing.T) {
	src := fmt.Sprintf(small, `,"evidence":{"claims":[{"about":{"stone":"x","stone":"s"}},{"about":{"stone":"x"}},{"about":{"stone":"x"}}]}`)
	res, err := Load(strings.NewReader(src))
	require.NoError(t, err)
	require.Len(t, res.Findings, 2)
	assert.Equal(t, "OM106", res.Findings[0].Rule, "the key that stands twice")
	f := res.Findings[1]
	assert.Equal(t, "OM202 /evidence/claims/1/about/stone", f.Rule+" "+f.Pointer)
	require.Len(t, f.Related, 1)
	assert.Equal(t, "/evidence/claims/2/about/stone", f.Related[0].Pointer)
}

// A stone that was copied and given no id of its own is one typo, though what refers to it finds nothing.
func TestOneTypo(t *testing.T) {
	const columns = `"columns":[{"id":"a","stones":[{"id":"bake","text":"S"},{"id":"%s","text":"T"},{"id":"weave","text":"W"}]}]`
	claims := func(stones ...string) string {
		var all []string
		for _, s := range stones {
			all = append(all, `{"about":{"stone":"`+s+`"}}`)
		}
		return `"evidence":{"claims":[` + strings.Join(all, ",") + `]}`
	}
	const hint = "(give one of the two another id, perhaps the one that is missing: no stone "
	for _, tt := range []struct{ why, id, rest, want string }{
		{"what is missing is told with what stands twice", "bake", claims("teach"), `OM201 stone "bake" stands twice ` + hint + `"teach")`},
		{"however often", "bake", claims("teach", "teach", "teach"), `OM201 stone "bake" stands twice ` + hint + `"teach", in 3 places)`},
		{"nearest to it anyway", "bake", claims("baker"), `OM201 stone "bake" stands twice ` + hint + `"baker")`},
		{"nearest to another id, in more places than one misspells", "bake", claims("weaver", "weaver"), `OM201 stone "bake" stands twice ` + hint + `"weaver", in 2 places)`},
		{"nearest to another id, once", "bake", claims("weaver"), `OM201 stone "bake" stands twice (give one of the two another id); OM202 no stone "weaver" (did you mean "weave"?)`},
		{"two are missing", "bake", claims("teach", "count"), `OM201 stone "bake" stands twice (give one of the two another id); OM202 no stone "teach"; OM202 no stone "count"`},
		{"another kind is missing", "bake", `"pathways":[{"id":"p","stones":["bake"]}],"evidence":{"claims":[{"about":{"pathway":"teach","stone":"bake"}}]}`,
			`OM201 stone "bake" stands twice (give one of the two another id); OM202 no pathway "teach"`},
		{"an id that is none", "the bread", claims("bread"), `OM114 "the bread" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last, such as "the-bread", perhaps the one that is missing: no stone "bread")`},
		{"nothing is missing", "bake", claims("bake"), `OM201 stone "bake" stands twice (give one of the two another id)`},
	} {
		src := `{"outcomeMap":"1","title":"T",` + fmt.Sprintf(columns, tt.id) + `,` + tt.rest + `}`
		res, err := Load(strings.NewReader(src))
		require.NoError(t, err)
		requirePlaces(t, res)
		var got []string
		for _, f := range res.Findings {
			if f.Severity == outcome.Error {
				_, words, _ := strings.Cut(f.String(), "error: ")
				got = append(got, words)
			}
		}
		assert.Equal(t, tt.want, strings.Join(got, "; "), tt.why)
	}
	lighter := outcome.RuleSetting{Rule: "OM201", Severity: outcome.Warning}
	_, err := Read(strings.NewReader(`{"outcomeMap":"1","title":"T",`+fmt.Sprintf(columns, "bake")+`,`+claims("teach")+`}`), Settings(lighter))
	require.ErrorContains(t, err, "OM202", "no error hides behind a warning")
}

func TestMessages(t *testing.T) {
	for _, tt := range []struct{ rest, want string }{
		{`"columns":[{"id":"a","stones":[{"id":"s"}]}]`, `stepping stone "s" has no "text" (The statement itself, in plain text: one idea, at most 150 characters by custom)`},
		{`"columns":[{"id":"a","stones":[{"id":"s","text":7}]}]`, `"text" has to be text, not the number 7 (put it in quotes: "7")`},
		{`"columns":[{"id":"a","stones":[{"id":"s","text":"S","tags":"x"}]}]`, `"tags" has to be a list, not text (a list of one is written ["x"])`},
		{`"columns":[{"id":"a","stones":[{"id":"s","text":"S","tags":[null]}]}]`, `an entry of "tags" has to be text, not null (leave the entry out)`},
		{`"columns":[{"id":"a","stones":[{"id":"s","text":"S","txt":"S"}]}]`, `a stepping stone has no field "txt" ("text" is there already)`},
		{`"columns":[{"id":"a","stones":[{"id":"s","text":"S","weather":"S"}]}]`, `a stepping stone has no field "weather" (what is your own belongs under "extra")`},
		{`"columns":[{"id":"a","stones":[{"id":"S 1/é","text":"S"}]}]`, `"S 1/é" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last, such as "S-1")`},
		{`"columns":[]`, `"columns" has no entries (it takes at least 1)`},
		{`"columns":[{"id":"a"},{"stones":[]}]`, `column 2 has no "id": no level to take it from (give it an id that no other column or stone has)`},
		{`"columns":[{"level":"impact"},{"level":"impact"}]`, `column 1 has no "id": other columns have its level, "impact", too (give it an id that no other column or stone has)`},
		{`"columns":[{"id":"a","level":"Impact"}]`, `"level" cannot be "Impact" (did you mean "impact"?)`},
		{`"columns":[{"id":"a"}],"evidence":{"items":[{"id":"e","status":"nowhere"}]}`, `"status" cannot be "nowhere" (want observed, absent or planned)`},
		{`"columns":[{"id":"a"}],"evidence":{"items":[{"id":"e","cost":-2}]}`, `"cost" is -2 (it cannot be below 0)`},
		{`"columns":[{"id":"a"}],"language":"` + strings.Repeat("e", 65) + `"`, `"language" cannot be`},
		{`"columns":[{"id":"a"}],"title2":1`, `an outcome map has no field "title2" ("title" is there already)`},
	} {
		fs, err := Validate(strings.NewReader(`{"outcomeMap":"1","title":"T",` + tt.rest + `}`))
		require.NoError(t, err)
		found := false
		for _, f := range fs {
			found = found || strings.HasSuffix(f.String(), tt.want) || strings.HasSuffix(tt.want, "cannot be") && strings.Contains(f.Message, tt.want)
		}
		assert.True(t, found, "%s in\n%v", tt.want, &Error{Findings: fs})
	}
	_, err := Read(strings.NewReader("title: T"), Name("map.json"))
	require.ErrorContains(t, err, "map.json:1:1: error: OM101")
	require.ErrorContains(t, err, "if it is YAML")
	_, err = Read(strings.NewReader("[1]"), WithFormat(JSON))
	require.ErrorContains(t, err, "OM111")
	assert.NotContains(t, err.Error(), "YAML", "JSON it is")
	_, err = Read(strings.NewReader(" {\n,}"), WithFormat(JSON))
	require.ErrorContains(t, err, "OM101")
	assert.NotContains(t, err.Error(), "YAML", "it began like JSON")
	_, err = Read(strings.NewReader("{}"), WithFormat("xml"))
	require.ErrorContains(t, err, `no format "xml"`)
	assert.NotContains(t, fmt.Sprint(err), "OM1")
}
