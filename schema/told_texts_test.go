package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Texts that have not the form of their kind, with a proposal where one can be made.
func TestToldOfTexts(t *testing.T) {
	for _, tt := range []struct {
		why, more string
		want      []string
	}{
		{"a blank in an id becomes a hyphen", `"id":"my map"`, []string{
			`OM114 /id ["my map"] "my map" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last, such as "my-map")`,
		}},
		{"a slash too", `"id":"a/b"`, []string{
			`OM114 /id ["a/b"] "a/b" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last, such as "a-b")`,
		}},
		{"what is odd is left out", `"id":"été (1)"`, []string{
			`OM114 /id ["été (1)"] "été (1)" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last, such as "t-1")`,
		}},
		{"ends are trimmed", `"id":"-a_."`, []string{
			`OM114 /id ["-a_."] "-a_." is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last, such as "a")`,
		}},
		{"no letter is left: no proposal", `"id":"???"`, []string{
			`OM114 /id ["???"] "???" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last)`,
		}},
		{"nor of an empty one", `"id":""`, []string{
			`OM114 /id [""] "" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last)`,
		}},
		{"escapes are read", `"id":"a\u0020b"`, []string{
			`OM114 /id ["a\u0020b"] "a b" is no id (letters, digits, dot, hyphen and underscore, a letter or digit first and last, such as "a-b")`,
		}},
		{"a day that no calendar has", `"provenance":{"date":"2023-02-29"}`, []string{
			`OM115 /provenance/date ["2023-02-29"] "date" names a day that does not exist (2023-02 has no day 29)`,
		}},
		{"the last of a short month", `"provenance":{"date":"2023-06-31"}`, []string{
			`OM115 /provenance/date ["2023-06-31"] "date" names a day that does not exist (2023-06 has no day 31)`,
		}},
		{"a leap day", `"provenance":{"date":"2024-02-29"}`, nil},
		{"no form of a date", `"provenance":{"date":"29.2.2024"}`, []string{
			`OM115 /provenance/date ["29.2.2024"] "29.2.2024" is no date (write YYYY, YYYY-MM or YYYY-MM-DD, such as 2022-05-09)`,
		}},
		{"a month that there is not", `"provenance":{"date":"2024-13-01"}`, []string{
			`OM115 /provenance/date ["2024-13-01"] "2024-13-01" is no date (write YYYY, YYYY-MM or YYYY-MM-DD, such as 2022-05-09)`,
		}},
		{"an address with a blank", `"provenance":{"url":"https://a b"}`, []string{
			`OM116 /provenance/url ["https://a b"] "https://a b" is no address that a map may have (http, https, mailto or relative, without blanks)`,
		}},
		{"a language", `"language":"English (UK)"`, []string{
			`OM117 /language ["English (UK)"] "language" cannot be "English (UK)" (a language tag is like "en" or "en-GB")`,
		}},
		{"blank in a wider sense", `"rules":[{"rule":"\u00a0\u2003","severity":"off"}]`, []string{
			`OM119 /rules/0/rule ["\u00a0\u2003"] "rule" is blank (say something)`,
		}},
		{"a first part of a language has no digit", `"language":"e1"`, []string{
			`OM117 /language ["e1"] "language" cannot be "e1" (a language tag is like "en" or "en-GB")`,
		}},
		{"a part of a language has eight letters", `"language":"en-abcdefghi"`, []string{
			`OM117 /language ["en-abcdefghi"] "language" cannot be "en-abcdefghi" (a language tag is like "en" or "en-GB")`,
		}},
		{"a month alone", `"provenance":{"date":"2024-00"}`, []string{
			`OM115 /provenance/date ["2024-00"] "2024-00" is no date (write YYYY, YYYY-MM or YYYY-MM-DD, such as 2022-05-09)`,
		}},
		{"a web address without a host", `"provenance":{"url":"https:///a"}`, []string{
			`OM116 /provenance/url ["https:///a"] "https:///a" is no address that a map may have (http, https, mailto or relative, without blanks)`,
		}},
		{"a mail to nobody", `"provenance":{"url":"mailto:"}`, []string{
			`OM116 /provenance/url ["mailto:"] "mailto:" is no address that a map may have (http, https, mailto or relative, without blanks)`,
		}},
		{"another scheme", `"provenance":{"url":"ftp://a"}`, []string{
			`OM116 /provenance/url ["ftp://a"] "ftp://a" is no address that a map may have (http, https, mailto or relative, without blanks)`,
		}},
		{"a blank that cannot be seen", `"provenance":{"url":"a\u202fb"}`, []string{
			`OM116 /provenance/url ["a\u202fb"] "a b" is no address that a map may have (http, https, mailto or relative, without blanks)`,
		}},
		{"empty", `"rules":[{"rule":"","severity":"off"}]`, []string{
			`OM119 /rules/0/rule [""] "rule" is empty (say something, or leave the field out where it need not be there)`,
		}},
		{"blank", `"rules":[{"rule":" \t ","severity":"off"}]`, []string{
			`OM119 /rules/0/rule [" \t "] "rule" is blank (say something)`,
		}},
		{"letters beyond ASCII are not blank", `"rules":[{"rule":"é","severity":"off"}]`, nil},
	} {
		assert.Equal(t, tt.want, told(t, tt.more), tt.why)
	}
}

// Words that are none of those there are to choose from.
func TestToldOfChoices(t *testing.T) {
	for _, tt := range []struct {
		why, more string
		want      []string
	}{
		{"other case", `"rules":[{"rule":"OM301","severity":"Off"}]`, []string{
			`OM117 /rules/0/severity ["Off"] "severity" cannot be "Off" (did you mean "off"?)`,
		}},
		{"one letter too few for a guess of four", `"rules":[{"rule":"OM301","severity":"warn"}]`, []string{
			`OM117 /rules/0/severity ["warn"] "severity" cannot be "warn" (want off, info, warning or error)`,
		}},
		{"misspelt", `"rules":[{"rule":"OM301","severity":"eror"}]`, []string{
			`OM117 /rules/0/severity ["eror"] "severity" cannot be "eror" (did you mean "error"?)`,
		}},
		{"near none", `"rules":[{"rule":"OM301","severity":"fatal"}]`, []string{
			`OM117 /rules/0/severity ["fatal"] "severity" cannot be "fatal" (want off, info, warning or error)`,
		}},
		{"two to choose from", `"factors":[{"kind":"help","text":"a"}]`, []string{
			`OM117 /factors/0/kind ["help"] "kind" cannot be "help" (want enabler or barrier)`,
		}},
		{"empty", `"factors":[{"kind":"","text":"a"}]`, []string{
			`OM117 /factors/0/kind [""] "kind" cannot be "" (want enabler or barrier)`,
		}},
		{"a level has a rule of its own", `"columns":[{"id":"c","level":"effects"}]`, []string{
			`OM207 /columns/0/level ["effects"] "level" cannot be "effects" (want activities, participants, reactions, learning, behaviour, impact, inputs, outputs or outcomes)`,
		}},
		{"a level in other case", `"columns":[{"id":"c","level":"IMPACT"}]`, []string{
			`OM207 /columns/0/level ["IMPACT"] "level" cannot be "IMPACT" (did you mean "impact"?)`,
		}},
		{"a direction", `"evidence":{"items":[{"id":"e","bears":[{"about":{"stone":"a"},"direction":"support"}]}]}`, []string{
			`OM117 /evidence/items/0/bears/0/direction ["support"] "direction" cannot be "support" (did you mean "supports"?)`,
		}},
	} {
		assert.Equal(t, tt.want, told(t, tt.more), tt.why)
	}
}
