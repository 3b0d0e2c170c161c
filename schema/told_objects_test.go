package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Fields that are missing, unknown, there twice, or in each other's way.
func TestToldOfFields(t *testing.T) {
	for _, tt := range []struct {
		why, more string
		want      []string
	}{
		{"missing, in the order of the schema", `"factors":[{}]`, []string{
			`OM112 /factors/0 [{] a context factor has no "kind" (Whether it helps (enabler) or hinders (barrier)) lost`,
			`OM112 /factors/0 [{] a context factor has no "text" (What helps or hinders) lost`,
		}},
		{"with its id, where it has one", `"pathways":[{"id":"p","links":[{"to":"a"}],"assumptions":[{"id":"b"}]}]`, []string{
			`OM112 /pathways/0/links/0 [{] a link has no "from" (Where it starts: id of a stone, or of a column for its whole step) lost`,
			`OM112 /pathways/0/assumptions/0 [{] assumption "b" has no "text" (What has to hold, or must not happen) lost`,
		}},
		{"an id that is no text", `"pathways":[{"id":"p","assumptions":[{"id":5}]}]`, []string{
			`OM111 /pathways/0/assumptions/0/id [5] "id" has to be text, not the number 5 (put it in quotes: "5") lost`,
			`OM112 /pathways/0/assumptions/0 [{] an assumption has no "text" (What has to hold, or must not happen) lost`,
		}},
		{"an odd id is escaped", `"pathways":[{"id":"p","assumptions":[{"id":"b\u0022\n"}]}]`, []string{
			`OM114 /pathways/0/assumptions/0/id ["b\u0022\n"] "b\"\n" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last, such as "b")`,
			`OM112 /pathways/0/assumptions/0 [{] assumption "b\"\n" has no "text" (What has to hold, or must not happen) lost`,
		}},
		{"of two ids the first names it", `"pathways":[{"id":"p","assumptions":[{"id":"b","id":"c"}]}]`, []string{
			`OM112 /pathways/0/assumptions/0 [{] assumption "b" has no "text" (What has to hold, or must not happen) lost`,
			`OM106 /pathways/0/assumptions/0/id ["id"] "id" stands twice (keep one of the two) first ["id"] 9 before`,
		}},
		{"an article", `"evidence":{"items":[{"text":"t"}]}`, []string{
			`OM112 /evidence/items/0 [{] an item of evidence has no "id" (Id of the item) lost`,
		}},
		{"misspelt and missing is one fault", `"factors":[{"kind":"enabler","txet":"a"}]`, []string{
			`OM113 /factors/0/txet ["txet"] a context factor has no field "txet", and lacks "text" (did you mean "text"?)`,
		}},
		{"misspelt and merely absent", `"background":{"abuot":"a"}`, []string{
			`OM113 /background/abuot ["abuot"] a background has no field "abuot" (did you mean "about"?)`,
		}},
		{"near one that is there", `"background":{"about":"a","abuot":"b"}`, []string{
			`OM113 /background/abuot ["abuot"] a background has no field "abuot" ("about" is there already)`,
		}},
		{"near nothing", `"background":{"colour":"a"}`, []string{
			`OM113 /background/colour ["colour"] a background has no field "colour" (what is your own belongs under "extra")`,
		}},
		{"near nothing, where own fields have no room", `"evidence":{"claims":[{"about":{"colour":"a"}}]}`, []string{
			`OM113 /evidence/claims/0/about/colour ["colour"] a target has no field "colour"`,
		}},
		{"case, hyphens and blanks do not count", `"pathways":[{"id":"p","assumptions":[{"ID":"a","text":"A"}]}],"provenance":{"PUB-LI_SH er":"x"}`, []string{
			`OM113 /pathways/0/assumptions/0/ID ["ID"] an assumption has no field "ID", and lacks "id" (did you mean "id"?)`,
			`OM113 /provenance/PUB-LI_SH er ["PUB-LI_SH er"] a provenance has no field "PUB-LI_SH er" (did you mean "publisher"?)`,
		}},
		{"other words of habit", `"pathways":[{"id":"p","name":"N"}],"factors":[{"type":"enabler","text":"a"}],"evidence":{"claims":[{"on":{"stone":"a"}}]}`, []string{
			`OM113 /pathways/0/name ["name"] a pathway has no field "name" (did you mean "title"?)`,
			`OM113 /factors/0/type ["type"] a context factor has no field "type", and lacks "kind" (did you mean "kind"?)`,
			`OM113 /evidence/claims/0/on ["on"] a claim has no field "on", and lacks "about" (did you mean "about"?)`,
		}},
		{"two names, one field: the first has it", `"background":{"abuot":"a","abot":"b"}`, []string{
			`OM113 /background/abuot ["abuot"] a background has no field "abuot" (did you mean "about"?)`,
			`OM113 /background/abot ["abot"] a background has no field "abot" (what is your own belongs under "extra")`,
		}},
		{"a missing field comes before an absent one", `"evidence":{"groups":[{"id":"g","rho":{"ifTure":1,"ifFlase":0}}]}`, []string{
			`OM113 /evidence/groups/0/rho/ifTure ["ifTure"] a pair of correlations has no field "ifTure", and lacks "ifTrue" (did you mean "ifTrue"?)`,
			`OM113 /evidence/groups/0/rho/ifFlase ["ifFlase"] a pair of correlations has no field "ifFlase", and lacks "ifFalse" (did you mean "ifFalse"?)`,
		}},
		{"a pathway inside a pathway", `"pathways":[{"id":"p","assumptions":[{"id":"a","text":"A","about":{"pathway":"p"}}]}]`, []string{
			`OM113 /pathways/0/assumptions/0/about/pathway ["pathway"] a target has no field "pathway" (inside a pathway that pathway is meant)`,
		}},
		{"an empty target", `"evidence":{"claims":[{"about":{}}]}`, []string{
			`OM120 /evidence/claims/0/about [{] nothing is named that this is about (name one thing, such as {stone: …})`,
		}},
		{"half a link", `"evidence":{"claims":[{"about":{"from":"a"}}]}`, []string{
			`OM120 /evidence/claims/0/about [{] a link is named by both "from" and "to"`,
		}},
		{"the other half", `"evidence":{"claims":[{"about":{"to":"a"}}]}`, []string{
			`OM120 /evidence/claims/0/about [{] a link is named by both "from" and "to"`,
		}},
		{"steps and stones", `"pathways":[{"id":"p","steps":[],"stones":[]}]`, []string{
			`OM106 /pathways/0/stones ["stones"] pathway "p" has both "steps" and "stones" (they say the same: keep one of the two)`,
		}},
		{"the other way round", `"pathways":[{"id":"p","stones":["a"],"steps":[{"column":"do"}]}]`, []string{
			`OM106 /pathways/0/stones ["stones"] pathway "p" has both "steps" and "stones" (they say the same: keep one of the two)`,
		}},
		{"an odd name is escaped, in the message and in the pointer", `"background":{"a\nb":2,"a/b~c":3}`, []string{
			`OM113 /background/a` + "\n" + `b ["a\nb"] a background has no field "a\nb" (what is your own belongs under "extra")`,
			`OM113 /background/a~1b~0c ["a/b~c"] a background has no field "a/b~c" (what is your own belongs under "extra")`,
		}},
		{"a name twice that is not known", `"background":{"colour":1,"colour":2}`, []string{
			`OM113 /background/colour ["colour"] a background has no field "colour" (what is your own belongs under "extra")`,
			`OM106 /background/colour ["colour"] "colour" stands twice (keep one of the two) first ["colour"] 11 before`,
		}},
		{"a name twice", `"background":{"about":"a","about":"b"}`, []string{
			`OM106 /background/about ["about"] "about" stands twice (keep one of the two) first ["about"] 12 before`,
		}},
		{"thrice", `"background":{"about":"a","aims":"x","about":"b","about":"c"}`, []string{
			`OM106 /background/about ["about"] "about" stands twice (keep one of the two) first ["about"] 23 before`,
			`OM106 /background/about ["about"] "about" stands twice (keep one of the two) first ["about"] 35 before`,
		}},
		{"twice in dimensions", `"evidence":{"indicators":[{"id":"i","baseline":{"dimensions":{"sex":"f","sex":"m"}}}]}`, []string{
			`OM106 /evidence/indicators/0/baseline/dimensions/sex ["sex"] "sex" stands twice (keep one of the two) first ["sex"] 10 before`,
		}},
		{"twice in extra", `"extra":{"a":1,"a":2}`, []string{
			`OM106 /extra/a ["a"] "a" stands twice (keep one of the two) first ["a"] 6 before`,
		}},
		{"faults in what is read for a misspelt field are told later", `"backgruond":{"about":5}`, []string{
			`OM113 /backgruond ["backgruond"] an outcome map has no field "backgruond" (did you mean "background"?)`,
		}},
		{"what stands twice in it is told, and once", `"backgruond":{"about":"a","about":"b"}`, []string{
			`OM113 /backgruond ["backgruond"] an outcome map has no field "backgruond" (did you mean "background"?)`,
			`OM106 /backgruond/about ["about"] "about" stands twice (keep one of the two) first ["about"] 12 before`,
		}},
	} {
		assert.Equal(t, tt.want, told(t, tt.more), tt.why)
	}
}
