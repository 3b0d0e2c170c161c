package report_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render/report"
)

// texts that tried to break out of other pages.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `'onmouseover='alert(1)`, "javascript:alert(1)", "JaVa\tScRiPt:alert(1)",
	"[x](javascript:alert(1))", "![x](data:text/html,<script>alert(1)</script>)", "<style>*{display:none}</style>", "</style></script></svg></title>",
	"\x00\x01\x1f\x7f", "\u202eevil\u2066", "\ufffe\xff", "\xe2", "]]><!--", "{{.}}", "${alert(1)}", "`;alert(1)//", "*/}*{color:red}", "\\3c/style\\3e",
	"&lt;script&gt;", "<svg onload=alert(1)>", "<a href=//x>", "data:text/html,x", strings.Repeat("w", 10_000), strings.Repeat(">", 2_000), strings.Repeat("[", 2_000),
	strings.Repeat("* ", 500), "a\r\nb\u2028c", "# h\n\n<div>\n\n- [ ] x", "http://[::1", "//example.org", "mailto:a@example.org", "", " ", "#nowhere", "[x](#nowhere) ![x](&#35;nowhere)",
}

// spoil puts hostile texts into the fields of a map, ids and dates too, and odd numbers into its numbers.
func spoil(v reflect.Value, text func() string, number func() float64) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			spoil(v.Elem(), text, number)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Type != reflect.TypeFor[outcome.Severity]() {
				spoil(v.Field(i), text, number)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return // extra is never shown
		}
		for i := range v.Len() {
			spoil(v.Index(i), text, number)
		}
	case reflect.String:
		if s := text(); s != "\x00keep" {
			v.SetString(s)
		}
	case reflect.Float64:
		if x := number(); x != -12345 {
			v.SetFloat(x)
		}
	}
}

func spoilt(m *outcome.Map, seed uint64, share float64) *outcome.Map {
	r := rand.New(rand.NewPCG(seed, 1))
	numbers := []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 0, 1, 1e300, 0.5}
	spoil(reflect.ValueOf(m), func() string {
		if r.Float64() > share {
			return "\x00keep"
		}
		return hostile[r.IntN(len(hostile))]
	}, func() float64 {
		if r.Float64() > share {
			return -12345
		}
		return numbers[r.IntN(len(numbers))]
	})
	return m
}

// Whatever stands in a map, the page is whole and nothing in it can run or load.
func TestHostileMaps(t *testing.T) {
	for _, share := range []float64{0.05, 0.3, 1} {
		for seed := range uint64(8) {
			check(t, write(t, spoilt(small(), seed, share)))
		}
	}
	m := spoilt(sample(t, "programme-board-rated.yaml"), 7, 0.2)
	check(t, write(t, m, report.Notice(hostile[8]), report.File(hostile[1])))
	check(t, write(t, spoilt(many(12), 3, 0.2)))
}

// Every field, each with every text in turn.
func TestHostileFields(t *testing.T) {
	for _, s := range hostile {
		m := small()
		spoil(reflect.ValueOf(m), func() string { return s }, func() float64 { return -12345 })
		check(t, write(t, m))
		// Ids and dates kept, so that all else is shown.
		m = small()
		m.Title, m.Summary, m.Conclusions, m.Background.About, m.Language = s, s, s, s, s
		m.Provenance = outcome.Provenance{Publisher: s, Date: evidence.Date(s), URL: s, People: []string{s}, Licence: s}
		for i := range m.Columns {
			m.Columns[i].Heading = s
			for k := range m.Columns[i].Stones {
				m.Columns[i].Stones[k].Text, m.Columns[i].Stones[k].Notes = s, s
			}
		}
		m.Pathways[0].Title, m.Pathways[0].Summary, m.Pathways[0].Links[0].Mechanism = s, s, s
		for i := range m.Evidence.Items {
			m.Evidence.Items[i].Text, m.Evidence.Items[i].URL = s, s
		}
		m.Evidence.Sources[0].URL, m.Evidence.Sources[0].Title, m.Evidence.Claims[0].Text = s, s, s
		word := strings.NewReplacer("{", "(", "}", ")").Replace(s) // braces would name what is filled in
		m.Factors = []outcome.Factor{{Kind: outcome.Enabler, Text: s}, {Kind: outcome.FactorKind(s), Sphere: outcome.Sphere(s), Text: s}}
		check(t, write(t, m, report.Notice(s), report.File(s), report.WithWords(report.Words{"page.kind": word, "nav.map": word})))
	}
}

// Package html/template sees a scheme in any colon, and would link to nowhere.
func TestRelativeAddresses(t *testing.T) {
	for _, to := range []string{"minutes.html?at=10:30", "?:", "../a:b/c", "minutes.html#at-10:30"} {
		m := small()
		m.Evidence.Items[0].URL, m.Evidence.Sources[0].URL = to, to
		page := write(t, m)
		check(t, page)
		assert.Equal(t, 2, strings.Count(page, `<a href="`+to+`">`), "an item and its source are linked to %s", to)
	}
}

func FuzzWrite(f *testing.F) {
	for i, s := range hostile {
		f.Add(uint64(i), s, 0.5)
	}
	f.Add(uint64(14), "?:", 472.5)
	f.Fuzz(func(t *testing.T, seed uint64, text string, number float64) {
		text = text[:min(len(text), 300)] // TestHostileFields has the long ones; here they would only cost time
		r := rand.New(rand.NewPCG(seed, 2))
		m := small()
		spoil(reflect.ValueOf(m), func() string {
			if r.IntN(4) > 0 {
				return "\x00keep"
			}
			return text
		}, func() float64 {
			if r.IntN(4) > 0 {
				return -12345
			}
			return number
		})
		check(t, write(t, m))
	})
}
