package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Texts that are no map of this version, or none at all: what is told, and whether anything is kept.
func TestToldOfWholeTexts(t *testing.T) {
	for _, tt := range []struct {
		why, src string
		want     []string
	}{
		{"a newer version is said to be newer, and nothing else is said", `{"outcomeMap":"2","title":5,"title":6,"colums":[]}`, []string{
			`OM105 /outcomeMap ["2"] the file is of version "2", newer than "1", the newest that this library reads (update the library, or save the file in the older version) lost`,
			`nothing is kept`,
		}},
		{"newer by a little", `{"outcomeMap":"1.1"}`, []string{
			`OM105 /outcomeMap ["1.1"] the file is of version "1.1", newer than "1", the newest that this library reads (update the library, or save the file in the older version) lost`,
			`nothing is kept`,
		}},
		{"a number, newer", `{"outcomeMap":2}`, []string{
			`OM105 /outcomeMap [2] the file is of version "2", newer than "1", the newest that this library reads (update the library, or save the file in the older version) lost`,
			`nothing is kept`,
		}},
		{"a number of this version has its own fault", `{"outcomeMap":1,"title":"T","columns":[{"id":"do"}]}`, []string{
			`OM111 /outcomeMap [1] "outcomeMap" has to be text, not the number 1 (put it in quotes: "1") lost`,
		}},
		{"an older one is not known", `{"outcomeMap":"0.9"}`, []string{
			`OM105 /outcomeMap ["0.9"] no version "0.9" of the map file is known, only "1" lost`,
			`nothing is kept`,
		}},
		{"nor is a word", `{"outcomeMap":"one"}`, []string{
			`OM105 /outcomeMap ["one"] no version "one" of the map file is known, only "1" lost`,
			`nothing is kept`,
		}},
		{"nor a number that is older", `{"outcomeMap":0.5}`, []string{
			`OM105 /outcomeMap [0.5] no version "0.5" of the map file is known, only "1" lost`,
			`nothing is kept`,
		}},
		{"nor is true: it is no text", `{"outcomeMap":true,"title":"T","columns":[{"id":"do"}]}`, []string{
			`OM111 /outcomeMap [true] "outcomeMap" has to be text, not true (put it in quotes: "true") lost`,
		}},
		{"a file without all three is none", `{"title2":"T","a":1,"a":2}`, []string{
			`OM105  [{] no "outcomeMap": the file does not say that it is a map file (a map file starts with outcomeMap: "1")`,
			`nothing is kept`,
		}},
		{"with a title it is told all", `{"title":"T"}`, []string{
			`OM105  [{] no "outcomeMap": the file does not say that it is a map file (a map file starts with outcomeMap: "1")`,
			`OM112  [{] an outcome map has no "columns" (The columns from left to right, required) lost`,
		}},
		{"with columns too", `{"columns":[]}`, []string{
			`OM119 /columns [[]] "columns" has no entries (it takes at least 1) lost`,
			`OM105  [{] no "outcomeMap": the file does not say that it is a map file (a map file starts with outcomeMap: "1")`,
			`OM112  [{] an outcome map has no "title" (Title of the map, required) lost`,
		}},
		{"a list", `[1]`, []string{
			`OM111  [[1]] a map file has to be an object, not a list lost`,
			`nothing is kept`,
		}},
		{"a text", `"outcomeMap"`, []string{
			`OM111  ["outcomeMap"] a map file has to be an object, not text lost`,
			`nothing is kept`,
		}},
		{"no columns", `{"outcomeMap":"1","title":"T","columns":[]}`, []string{
			`OM119 /columns [[]] "columns" has no entries (it takes at least 1) lost`,
		}},
		{"half a character", `{"outcomeMap":"1","title":"\ud83d"}`, []string{
			`OM102  [\ud83d] half of a character: a surrogate without its other half (write the character itself, or both halves, as in \ud83d\ude00) lost`,
			`nothing is kept`,
		}},
		{"no character", `{"outcomeMap":"1","title":"a\u0000b","columns":[{"id":"do"}]}`, []string{
			`OM102 /title [\u0000] a NUL character inside a text (no text holds one: take it out)`,
		}},
		{"two of them are told once", `{"outcomeMap":"1","title":"\u0000","columns":[{"id":"d","heading":"\u0000"}]}`, []string{
			`OM102 /title [\u0000] a NUL character inside a text (no text holds one: take it out)`,
		}},
		{"a comma too many, one byte", `{"outcomeMap":"1",}`, []string{
			`OM101  [,] a comma with nothing behind it (JSON has no trailing comma: take it out) lost`,
			`nothing is kept`,
		}},
		{"cut off: where it was opened", `{"outcomeMap":"1","columns":[{"id":"d"`, []string{
			`OM101  [] the file ends too soon: want a comma or '}' first [{] 9 before lost`,
			`nothing is kept`,
		}},
		{"a fault of syntax hides what was told before", `{"outcomeMap":"1","title":5,"a":}`, []string{
			`OM101  [}] want a value, not '}' lost`,
			`nothing is kept`,
		}},
		{"what stands behind the end", `{"outcomeMap":"1","title":"T","columns":[{"id":"d"}]} {}`, []string{
			`OM101  [{] more text behind the end: '{' (a file holds one map and nothing else) lost`,
			`nothing is kept`,
		}},
	} {
		assert.Equal(t, tt.want, toldWhole(t, tt.src, planOptions), tt.why)
	}
}
