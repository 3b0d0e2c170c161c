package schema

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A value of another type than is wanted: what it is, what it has to be, and how it is mended where that is clear.
func TestToldOfTypes(t *testing.T) {
	for _, tt := range []struct {
		why, more string
		want      []string
	}{
		{"the number is shown as it would be in quotes", `"summary":7.50`, []string{
			`OM111 /summary [7.50] "summary" has to be text, not the number 7.50 (put it in quotes: "7.50") lost`,
		}},
		{"true is no number", `"summary":true`, []string{
			`OM111 /summary [true] "summary" has to be text, not true (put it in quotes: "true") lost`,
		}},
		{"what is in quotes would not help", `"summary":{"a":1}`, []string{
			`OM111 /summary [{"a":1}] "summary" has to be text, not an object lost`,
		}},
		{"nor here", `"summary":["a"]`, []string{
			`OM111 /summary [["a"]] "summary" has to be text, not a list lost`,
		}},
		{"null is told to be left out, whatever is wanted", `"summary":null`, []string{
			`OM111 /summary [null] "summary" has to be text, not null (leave the field out, unless it has to be there) lost`,
		}},
		{"a list of one text", `"pathways":[{"id":"p","stones":"a"}]`, []string{
			`OM111 /pathways/0/stones ["a"] "stones" has to be a list, not text (a list of one is written ["a"]) lost`,
		}},
		{"a list of objects is not made of a text", `"factors":"a"`, []string{
			`OM111 /factors ["a"] "factors" has to be a list, not text lost`,
		}},
		{"a list of texts is not made of a number", `"pathways":[{"id":"p","stones":5}]`, []string{
			`OM111 /pathways/0/stones [5] "stones" has to be a list, not the number 5 lost`,
		}},
		{"an entry is named by its list", `"factors":[{"kind":"enabler","text":"a"},5]`, []string{
			`OM111 /factors/1 [5] an entry of "factors" has to be an object, not the number 5 lost`,
		}},
		{"a target is guessed to be a stone", `"evidence":{"claims":[{"about":"help"}]}`, []string{
			`OM111 /evidence/claims/0/about ["help"] "about" has to be an object, not text (name one thing, such as {stone: help}) lost`,
		}},
		{"inside a pathway too", `"pathways":[{"id":"p","assumptions":[{"id":"a","text":"A","about":"help"}]}]`, []string{
			`OM111 /pathways/0/assumptions/0/about ["help"] "about" has to be an object, not text (name one thing, such as {stone: help}) lost`,
		}},
		{"but not of a number", `"evidence":{"claims":[{"about":5}]}`, []string{
			`OM111 /evidence/claims/0/about [5] "about" has to be an object, not the number 5 lost`,
		}},
		{"a text says how it is written as an object", `"background":"why"`, []string{
			`OM111 /background ["why"] "background" has to be an object, not text (write {about: "why"}) lost`,
		}},
		{"with what else has to be there", `"columns":[{"id":"c","stones":["Help"]}]`, []string{
			`OM111 /columns/0/stones/0 ["Help"] an entry of "stones" has to be an object, not text (write {id: …, text: "Help"}) lost`,
		}},
		{"but a number is no text of a stone", `"columns":[{"id":"c","stones":[5]}]`, []string{
			`OM111 /columns/0/stones/0 [5] an entry of "stones" has to be an object, not the number 5 lost`,
		}},
		{"nor is a text a correlation", `"evidence":{"groups":[{"id":"g","rho":"high"}]}`, []string{
			`OM111 /evidence/groups/0/rho ["high"] "rho" has to be an object, not text lost`,
		}},
		{"as a number is", `"evidence":{"groups":[{"id":"g","rho":0.3}]}`, []string{
			`OM111 /evidence/groups/0/rho [0.3] "rho" has to be an object, not the number 0.3 (write {ifFalse: …, ifTrue: 0.3}) lost`,
		}},
		{"a list is no object with one field", `"background":["why"]`, []string{
			`OM111 /background [["why"]] "background" has to be an object, not a list lost`,
		}},
		{"nor is true or false", `"background":true`, []string{
			`OM111 /background [true] "background" has to be an object, not true lost`,
		}},
		{"a value is a number or text", `"evidence":{"indicators":[{"id":"i","baseline":"low","periods":[7,true]}]}`, []string{
			`OM111 /evidence/indicators/0/baseline ["low"] "baseline" has to be an object, not text (write {value: "low"}) lost`,
			`OM111 /evidence/indicators/0/periods/0 [7] an entry of "periods" has to be an object, not the number 7 (write {actual: 7}) lost`,
			`OM111 /evidence/indicators/0/periods/1 [true] an entry of "periods" has to be an object, not true lost`,
		}},
		{"true or false", `"evidence":{"assessments":[{"about":{"stone":"a"},"agreed":"yes"}]}`, []string{
			`OM111 /evidence/assessments/0/agreed ["yes"] "agreed" has to be true or false, not text lost`,
		}},
		{"a number or text", `"evidence":{"indicators":[{"id":"i","baseline":{"value":false}}]}`, []string{
			`OM111 /evidence/indicators/0/baseline/value [false] "value" has to be a number or text, not false lost`,
		}},
		{"one or many", `"evidence":{"indicators":[{"id":"i","baseline":5}]}`, []string{
			`OM111 /evidence/indicators/0/baseline [5] "baseline" has to be an object, not the number 5 (write {value: 5}) lost`,
		}},
		{"one of many", `"evidence":{"indicators":[{"id":"i","baseline":[5]}]}`, []string{
			`OM111 /evidence/indicators/0/baseline/0 [5] an entry of "baseline" has to be an object, not the number 5 (write {value: 5}) lost`,
		}},
		{"extra", `"extra":[]`, []string{
			`OM111 /extra [[]] "extra" has to be an object, not a list lost`,
		}},
		{"dimensions", `"evidence":{"indicators":[{"id":"i","baseline":{"dimensions":[]}}]}`, []string{
			`OM111 /evidence/indicators/0/baseline/dimensions [[]] "dimensions" has to be an object, not a list lost`,
		}},
		{"a dimension", `"evidence":{"indicators":[{"id":"i","baseline":{"dimensions":{"sex":1}}}]}`, []string{
			`OM111 /evidence/indicators/0/baseline/dimensions/sex [1] "sex" has to be text, not the number 1 (put it in quotes: "1") lost`,
		}},
		{"a number where there is text", `"evidence":{"items":[{"id":"e","cost":"12"}]}`, []string{
			`OM111 /evidence/items/0/cost ["12"] "cost" has to be a number, not text (write 12 without quotes) lost`,
		}},
		{"with something else", `"evidence":{"items":[{"id":"e","cost":"12 days"},{"id":"f","cost":"Inf"},{"id":"g","cost":"NaN"}]}`, []string{
			`OM111 /evidence/items/0/cost ["12 days"] "cost" has to be a number, not text lost`,
			`OM111 /evidence/items/1/cost ["Inf"] "cost" has to be a number, not text lost`,
			`OM111 /evidence/items/2/cost ["NaN"] "cost" has to be a number, not text lost`,
		}},
		{"the address for editors", `"$schema":5`, []string{
			`OM111 /$schema [5] "$schema" has to be text, not the number 5 (put it in quotes: "5") lost`,
		}},
		{"a name that is a number is no entry", `"evidence":{"indicators":[{"id":"i","baseline":{"dimensions":{"7":{}}}}]}`, []string{
			`OM111 /evidence/indicators/0/baseline/dimensions/7 [{}] an entry of "dimensions" has to be text, not an object lost`,
		}},
	} {
		assert.Equal(t, tt.want, told(t, tt.more), tt.why)
	}
}

// A chance is a number or two; what was meant in percent is reckoned.
func TestToldOfChances(t *testing.T) {
	for _, tt := range []struct {
		why, more string
		want      []string
	}{
		{"80 percent", `80`, []string{
			`OM118 /sensitivity [80] "sensitivity" is 80 (it has to lie between 0 and 1; 80 percent is 0.8)`,
		}},
		{"the most that may be percent", `100`, []string{
			`OM118 /sensitivity [100] "sensitivity" is 100 (it has to lie between 0 and 1; 100 percent is 1)`,
		}},
		{"more is no percentage", `101`, []string{
			`OM118 /sensitivity [101] "sensitivity" is 101 (it has to lie between 0 and 1)`,
		}},
		{"just above a chance", `1.5`, []string{
			`OM118 /sensitivity [1.5] "sensitivity" is 1.5 (it has to lie between 0 and 1; 1.5 percent is 0.015)`,
		}},
		{"one percent, as its sign says", `"1%"`, []string{
			`OM111 /sensitivity ["1%"] "sensitivity" has to be a number or a list of two numbers, not text (a chance is a number from 0 to 1, such as 0.8, or [0.7, 0.9]; 1 percent is 0.01) lost`,
		}},
		{"no more than nothing", `"0 %"`, []string{
			`OM111 /sensitivity ["0 %"] "sensitivity" has to be a number or a list of two numbers, not text (a chance is a number from 0 to 1, such as 0.8, or [0.7, 0.9]; 0 percent is 0) lost`,
		}},
		{"less than nothing", `"-5%"`, []string{
			`OM111 /sensitivity ["-5%"] "sensitivity" has to be a number or a list of two numbers, not text (a chance is a number from 0 to 1, such as 0.8, or [0.7, 0.9]) lost`,
		}},
		{"below", `-0.1`, []string{
			`OM118 /sensitivity [-0.1] "sensitivity" is -0.1 (it has to lie between 0 and 1)`,
		}},
		{"three with one too large to be read: both are told", `[0.5,1e400,2]`, []string{
			`OM118 /sensitivity/1 [1e400] an entry of "sensitivity" is a number too large to be read (no figure is larger than 1.7e308) lost`,
			`OM119 /sensitivity [[0.5,1e400,2]] "sensitivity" has 3 entries (want a number or a list of two numbers) lost`,
		}},
		{"in words", `"high"`, []string{
			`OM111 /sensitivity ["high"] "sensitivity" has to be a number or a list of two numbers, not text (a chance is a number from 0 to 1, such as 0.8, or [0.7, 0.9]) lost`,
		}},
		{"with its sign", `"80 %"`, []string{
			`OM111 /sensitivity ["80 %"] "sensitivity" has to be a number or a list of two numbers, not text (a chance is a number from 0 to 1, such as 0.8, or [0.7, 0.9]; 80 percent is 0.8) lost`,
		}},
		{"as text", `"0.8"`, []string{
			`OM111 /sensitivity ["0.8"] "sensitivity" has to be a number or a list of two numbers, not text (a chance is a number from 0 to 1, such as 0.8, or [0.7, 0.9]; write 0.8 without quotes) lost`,
		}},
		{"an object", `{"low":0,"high":1}`, []string{
			`OM111 /sensitivity [{"low":0,"high":1}] "sensitivity" has to be a number or a list of two numbers, not an object lost`,
		}},
		{"true", `true`, []string{
			`OM111 /sensitivity [true] "sensitivity" has to be a number or a list of two numbers, not true lost`,
		}},
		{"both out of range", `[-1,80]`, []string{
			`OM118 /sensitivity/0 [-1] an entry of "sensitivity" is -1 (it has to lie between 0 and 1)`,
			`OM118 /sensitivity/1 [80] an entry of "sensitivity" is 80 (it has to lie between 0 and 1; 80 percent is 0.8)`,
		}},
		{"one is text", `[0.5,"0.6"]`, []string{
			`OM111 /sensitivity/1 ["0.6"] an entry of "sensitivity" has to be a number, not text (a chance is a number from 0 to 1, such as 0.8; write 0.6 without quotes) lost`,
		}},
		{"both are text", `["low","high"]`, []string{
			`OM111 /sensitivity/0 ["low"] an entry of "sensitivity" has to be a number, not text (a chance is a number from 0 to 1, such as 0.8) lost`,
			`OM111 /sensitivity/1 ["high"] an entry of "sensitivity" has to be a number, not text (a chance is a number from 0 to 1, such as 0.8) lost`,
		}},
		{"a list in it", `[[0.1,0.2],0.3]`, []string{
			`OM111 /sensitivity/0 [[0.1,0.2]] an entry of "sensitivity" has to be a number, not a list lost`,
		}},
		{"too large to be read", `[0.5,1e400]`, []string{
			`OM118 /sensitivity/1 [1e400] an entry of "sensitivity" is a number too large to be read (no figure is larger than 1.7e308) lost`,
		}},
		{"too large alone", `1e400`, []string{
			`OM118 /sensitivity [1e400] "sensitivity" is a number too large to be read (no figure is larger than 1.7e308) lost`,
		}},
		{"at the edge", `[0,1]`, nil},
	} {
		assert.Equal(t, tt.want, toldOfChance(t, tt.more), tt.why)
	}
}

// sensitivity is a bearing with one chance.
func sensitivity(value string) string {
	return `"evidence":{"items":[{"id":"e","bears":[{"about":{"stone":"a"},"sensitivity":` + value + `}]}]}`
}

// toldOfChance lists the faults of a chance, with pointers from its bearing on.
func toldOfChance(t *testing.T, value string) []string {
	all := told(t, sensitivity(value))
	for i := range all {
		all[i] = strings.Replace(all[i], "/evidence/items/0/bears/0", "", 1)
	}
	return all
}

// Numbers out of their bounds, which differ from field to field.
func TestToldOfBounds(t *testing.T) {
	for _, tt := range []struct {
		why, more string
		want      []string
	}{
		{"a least alone", `"evidence":{"items":[{"id":"e","cost":-1}]}`, []string{
			`OM118 /evidence/items/0/cost [-1] "cost" is -1 (it cannot be below 0)`,
		}},
		{"from -1, both told, each at its place", `"evidence":{"groups":[{"id":"g","rho":{"ifTrue":-1.5,"ifFalse":2}}]}`, []string{
			`OM118 /evidence/groups/0/rho/ifTrue [-1.5] "ifTrue" is -1.5 (it has to lie between -1 and 1: 0 where one says nothing about the other, 1 where it repeats it)`,
			`OM118 /evidence/groups/0/rho/ifFalse [2] "ifFalse" is 2 (it has to lie between -1 and 1: 0 where one says nothing about the other, 1 where it repeats it)`,
		}},
		{"too large to be read", `"evidence":{"items":[{"id":"e","cost":1e309}]}`, []string{
			`OM118 /evidence/items/0/cost [1e309] "cost" is a number too large to be read (no figure is larger than 1.7e308) lost`,
		}},
	} {
		assert.Equal(t, tt.want, told(t, tt.more), tt.why)
	}
}

// The same hints at line and column, as a keeper of a file sees them.
func TestHintsInAFile(t *testing.T) {
	const file = `outcomeMap: "1"
title: Repair café
columns:
  - level: activities
    stones: [{id: tables, text: Set up repair tables}]
evidence:
  items:
    - id: march
      text: 41 things were brought in
      bears: [{about: {stone: tables}, sensitivity: 1%, typeIError: [0.1, 20]}]
  groups:
    - {id: g, policy: correlated, rho: {ifTrue: 2, ifFalse: 0}}
  indicators:
    - {id: visitors, baseline: 5}
`
	_, err := Read(strings.NewReader(file))
	var faulty *Error
	require.ErrorAs(t, err, &faulty)
	var got []string
	for _, f := range faulty.Findings {
		if f.Hint != "" {
			got = append(got, fmt.Sprintf("%d:%d: %s", f.Pos.Line, f.Pos.Column, f.Hint))
		}
	}
	assert.Equal(t, []string{
		"10:53: a chance is a number from 0 to 1, such as 0.8, or [0.7, 0.9]; 1 percent is 0.01",
		"10:75: it has to lie between 0 and 1; 20 percent is 0.2",
		"12:49: it has to lie between -1 and 1: 0 where one says nothing about the other, 1 where it repeats it",
		"14:32: write {value: 5}",
	}, got)
}
