package table

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/outcome"
)

func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		cell, why string
		want      []string
		tags      bool
	}{
		{"plain", "no tag", []string{"plain"}, false},
		{"a < b and c > d", "signs are no tags", []string{"a < b and c > d"}, false},
		{"<Employers> and <3", "a place to fill in is text", []string{"<Employers> and <3"}, false},
		{"<div>a<div>b</div>c", "tags that are not closed", []string{"a", "b", "c"}, true},
		{"a</p></div>b", "tags that were not opened", []string{"a", "b"}, true},
		{`<p title="x > y">a</p>`, "a sign inside of an attribute", []string{"a"}, true},
		{"<p>a <b>b</b><i>c</i>", "inline tags part nothing", []string{"a bc"}, true},
		{"<p>a<!-- no --></p><script>alert('x')</script><style>p{}</style>b", "comments, scripts and styles hold no text", []string{"a", "b"}, true},
		{"<SCRIPT>x</Script>a", "in capitals", []string{"a"}, true},
		{"<script>never closed", "hides nothing", []string{"never closed"}, true},
		{"<o:p>a</o:p>", "a word processor's tag", []string{"a"}, true},
		{"<p>&lt;b&gt; &#65;&#x42; &nbsp;&bogus; &copy</p>", "references are decoded once", []string{"<b> AB &bogus; &copy"}, true},
		{"<b <p>a</p>", "a tag inside of one that is none", []string{"<b", "a"}, true},
		{"<z-x>a</z-x>", "a tag of somebody's own", []string{"a"}, true},
		{"<h10>a", "no tag of HTML", []string{"<h10>a"}, false},
		{"<{-x>a", "a sign that begins no tag", []string{"<{-x>a"}, false},
		{`<p title='x > y'>a</p>`, "in single quotes", []string{"a"}, true},
		{"<p class=intro title=it's>a</p>", "without quotes", []string{"a"}, true},
		{"a <", "a sign at the end is no tag", []string{"a <"}, false},
		{"<p", "a tag that ends nowhere is text", []string{"<p"}, false},
		{"<p><p></p> \n</p>", "nothing in it", nil, true},
		{"<p " + strings.Repeat("x", maxTag-4) + ">a", "the longest tag", []string{"a"}, true},
		{"<p " + strings.Repeat("x", maxTag-3) + ">a", "one that is longer is text", []string{"<p " + strings.Repeat("x", maxTag-3) + ">a"}, false},
	} {
		bs, tags := blocks(tt.cell)
		var got []string
		for _, b := range bs {
			got = append(got, b.text)
			assert.Contains(t, "&"+b.text, tt.cell[b.at:b.at+1], "%s: a block starts where its text does", tt.why)
			assert.True(t, b.at == 0 || strings.ContainsAny(tt.cell[b.at-1:b.at], "> \n"), tt.why)
		}
		assert.Equal(t, tt.want, got, tt.why)
		assert.Equal(t, tt.tags, tags, tt.why)
	}
}

func TestDamage(t *testing.T) {
	usual := habit{upper: 9, lower: 1}
	known := func(s string) bool { return fold(s) == "we are a team" }
	for _, tt := range []struct {
		h                      habit
		text, below, want, why string
	}{
		{usual, "Team working", "", "", "sound"},
		{usual, "iPads for all", "", "", "a name that starts small"},
		{usual, "“Quoted” and (in brackets)", "", "", "marks before the first letter"},
		{usual, "People get to choose what support they have", "Next", "", "a weak word can end a stone"},
		{usual, "a) Teach", "", "starts with a small letter, as if cut off", "an item's letter is a small letter; its bracket needs no other"},
		{usual, "A) Teach", "", "", "an item's bracket needs no other"},
		{habit{upper: 2, lower: 3}, "team working", "", "", "where most start small, small is sound"},
		{habit{upper: 2, lower: 1}, "team working", "", "", "two in three are not most"},
		{habit{upper: 3, lower: 1}, "team working", "", "starts with a small letter, as if cut off", "three in four are"},
		{usual, "“team” working", "", "starts with a small letter, as if cut off", "behind a mark"},
		{usual, "Support, advice,", "", "ends in the middle of a sentence, as if cut off", "a comma at the end"},
		{usual, "And be", "", "", "two words are too few to tell"},
		{usual, "elationship, and", "", "starts with a small letter and ends in the middle of a sentence, as if cut off", "cut at both ends"},
		{usual, "Stay informed on best practice as an", "", "ends in the middle of a sentence, as if cut off", "an article at the end"},
		{usual, "Support from the LA", "", "", "in capitals it is no article"},
		{usual, "Respected and have", "", "ends in the middle of a sentence, as if cut off", "and have what?"},
		{usual, "PAs feel more valued and can be", "themselves", "ends in the middle of a sentence, as if cut off", "the cell below goes on"},
		{usual, "Trainers (including health workers", "", "has a bracket that is not closed", "cut inside of a bracket"},
		{usual, "including health workers) and others", "", "starts with a small letter, as if cut off", "one reason will do"},
		{usual, "Trainers) and others", "", "has a bracket that is not opened", "cut inside of a bracket"},
		{usual, "People are safe.They stay well", "", "seems to run two texts together", "no space after the stop"},
		{usual, "People are safe.They stay well" + strings.Repeat(" here", 194), "", "seems to run two texts together", "a thousand letters"},
		{usual, "People are safe.They stay well" + strings.Repeat(" here", 194) + "!", "", "", "one more is an essay"},
		{usual, "I am trusted We are a team", "", "seems to run two texts together", "the second is another stone"},
		{usual, "Understanding of the Independent Living Movement", "", "", "names have capitals"},
		{usual, "employer Negotiate agreement", "", "starts with a small letter, as if cut off and seems to run two texts together", "a rest and a whole"},
		{usual, "安全に暮らす", "", "", "a script without cases"},
	} {
		assert.Equal(t, tt.want, tt.h.damage(tt.text, tt.below, known), "%q: %s", tt.text, tt.why)
	}
}

func TestNear(t *testing.T) {
	for _, tt := range []struct {
		stones []string
		text   string
		want   int // -1: none
		why    string
	}{
		{[]string{"Reciprocity / interdependence"}, "Reciprocity / interdependance", 0, "one letter"},
		{[]string{"Receive support early"}, "Recieve support early", 0, "two letters swapped count once"},
		{[]string{"Interdependence between the two"}, "Inter-dependence between the two", 0, "a hyphen"},
		{[]string{"Workshop 1"}, "Workshop 2", -1, "another number is another thing"},
		{[]string{"Workshop 1 for all"}, "Workshop 10 for all", -1, "a nought is a figure too"},
		{[]string{"PA"}, "PO", -1, "too short to forgive anything"},
		{[]string{"Increase"}, "Decrease", -1, "two letters of eight"},
		{[]string{"Team workers", "Team working"}, "Team workin", 1, "the nearer one"},
		{[]string{"Team worker", "Team workes"}, "Team worked", -1, "two as near are none"},
		{[]string{"Team worker", "Team worker"}, "Team worked", 0, "two that are the same are one"},
	} {
		sh := newShelf()
		for _, s := range tt.stones {
			sh.add(s)
		}
		budget := 10
		got, _, ok := sh.find(tt.text, &budget)
		if !ok {
			got = -1
		}
		assert.Equal(t, tt.want, got, "%q: %s", tt.text, tt.why)
	}
	spent := 0
	sh := newShelf()
	sh.add("Team working")
	_, _, ok := sh.find("Team workin", &spent)
	assert.False(t, ok, "without a budget nothing is compared")
	_, _, ok = sh.find("team  Working", &spent)
	assert.True(t, ok, "looking up costs nothing of it")
}

// The banded distance is the plain one (all cells of the matrix), where that is within the limit.
func TestSlips(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	word := func() []rune {
		w := make([]rune, rng.IntN(9))
		for i := range w {
			w[i] = rune('a' + rng.IntN(3))
		}
		return w
	}
	for range 20_000 {
		a, b, limit := word(), word(), rng.IntN(5)
		assert.Equal(t, min(limit+1, plainDistance(a, b)), slips(a, b, limit), "%q %q %d", string(a), string(b), limit)
	}
}

func plainDistance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0:
				d[i][j] = j
			case j == 0:
				d[i][j] = i
			default:
				d[i][j] = min(d[i-1][j], d[i][j-1]) + 1
				if a[i-1] == b[j-1] {
					d[i][j] = min(d[i][j], d[i-1][j-1])
				} else {
					d[i][j] = min(d[i][j], d[i-1][j-1]+1)
				}
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d[i][j] = min(d[i][j], d[i-2][j-2]+1)
				}
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestSlugs(t *testing.T) {
	var ids slugs
	for _, tt := range []struct{ text, want, why string }{
		{"Improved wellbeing and reduced stress", "improved-wellbeing-reduced-stress", "words that say little are left out"},
		{"Improved wellbeing and reduced stress", "improved-wellbeing-reduced-stress-2", "each id only once"},
		{"Improved wellbeing and reduced stress!", "improved-wellbeing-reduced-stress-3", "each id only once"},
		{"What we do", "what-we-do", "little is better than nothing"},
		{"Disabled Person's Organisations", "disabled-persons-organisations", "an apostrophe parts no word"},
		{"Größere Gärten für São João", "groessere-gaerten-fuer-sao", "accents are taken off"},
		{"社区花园", "stone-7", "no Latin letter: the fallback"},
		{"★", "stone-7-2", "the fallback, too, only once"},
		{strings.Repeat("x", 200), strings.Repeat("x", 36), "one long word is cut"},
		{"abcdefghij klmnopqrst uvwxyzabcd efg", "abcdefghij-klmnopqrst-uvwxyzabcd-efg", "thirty-six letters"},
		{"abcdefghij klmnopqrst uvwxyzabcd efgh", "abcdefghij-klmnopqrst-uvwxyzabcd", "and no more"},
		{"9 lives", "9-lives", "single figures do"},
		{"3 of 4 people", "3-4-people", "digits count"},
		{"Trainers (e.g. OT)", "trainers-ot", "single letters do not"},
	} {
		assert.Equal(t, tt.want, ids.take(tt.text, "stone-7"), tt.why)
	}
}

// Texts are the same where their letters, marks and figures are.
func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Person's": "persons", "‘Tis — so!": "tis so", "don’t": "dont", "a - b": "a b", "(a)": "a", "x²": "x²", "cafe\u0301": "cafe\u0301", "ÉCOLE": "école", "कि": "कि", "No. 10": "no 10", "a '": "a", "–": "",
		"Tomʼs o‘clock": "toms oclock", "a`b@c{d[e": "a b c d e", "AzZ09/:": "azz09",
	} {
		assert.Equal(t, want, fold(text), "%q", text)
	}
}

func TestLevelOf(t *testing.T) {
	for heading, want := range map[string]outcome.Level{
		"What we do?": outcome.Activities, "WHAT  WE DO": outcome.Activities, "Who with, in year one": outcome.Participants,
		"What they learn & gain": outcome.Learning, "What they do differently": outcome.Behaviour, "What difference does this make?": outcome.Impact,
		"Ce qu’ils apprennent": outcome.Learning, "Impact": outcome.Impact, "Impact assessment": "", "Outcomes": outcome.Outcomes,
		"What we doubt": "", "": "", "Where": "",
		"What we do" + strings.Repeat(" so", 63) + ".":  outcome.Activities, // 200 bytes
		"What we do" + strings.Repeat(" so", 63) + "..": "",                 // a text
	} {
		assert.Equal(t, want, levelOf(heading), heading)
	}
	for _, w := range wordings {
		for _, words := range w.words {
			assert.Equal(t, fold(words), words, "wordings are kept folded")
			assert.Equal(t, w.level, levelOf(words), words)
		}
	}
}

func TestRatings(t *testing.T) {
	for _, tt := range []struct {
		text string
		tags bool
		want []entry
		why  string
	}{
		{"Teach", true, []entry{{text: "Teach"}}, "no ratings"},
		{"Teach Progress: n/a Confidence: n/a", true, []entry{{text: "Teach", progress: "n/a", confidence: "n/a", rated: true}}, "one stone"},
		{"Teach confidence: high PROGRESS : some", true, []entry{{text: "Teach", progress: "some", confidence: "high", rated: true}}, "any order and case"},
		{"A Progress: great Confidence: no idea B Progress: some Confidence: low", false,
			[]entry{{text: "A", progress: "great", confidence: "no", rated: true}, {text: "idea B", progress: "some", confidence: "low", rated: true}}, "an unknown level is one word"},
		{"Progress: people move on", false, []entry{{text: "Progress: people move on"}}, "a stone, where no tag says otherwise"},
		{"A Progress: great Confidence: n/a B Progress: some Confidence: very high indeed", true,
			[]entry{{text: "A", progress: "great", confidence: "n/a", rated: true}, {text: "B", progress: "some", confidence: "very high indeed", rated: true}}, "at the end of a block nothing can follow"},
		{"A Progress: some Confidence: 80 per cent B", false, []entry{{text: "A", progress: "some", confidence: "80", rated: true}, {text: "per cent B"}}, "an unknown level, and the next text"},
		{"A Progress: some Confidence: n/a B", false, []entry{{text: "A", progress: "some", confidence: "n/a", rated: true}, {text: "B"}}, "not rated, and the next text"},
		{"Progress: Confidence:", true, []entry{{progress: "n/a", confidence: "n/a", rated: true}}, "nothing is not rated"},
		{"A Progress: some B Progress: great", true, []entry{{text: "A", progress: "some", rated: true}, {text: "B", progress: "great", rated: true}}, "a level, and the next text"},
		{"A Confidence: low B Confidence: high", true, []entry{{text: "A", confidence: "low", rated: true}, {text: "B", confidence: "high", rated: true}}, "of the other scale alike"},
		{"A Progress: not yet rated B Progress: No progress C Progress: Great progress", false, []entry{{text: "A Progress: not yet rated B Progress: No progress C Progress: Great progress"}}, "one label alone could be a stone"},
		{"A Confidence: not yet rated B Progress: No progress C Progress: – D Progress: great", true, []entry{{text: "A", confidence: "not yet rated", rated: true},
			{text: "B", progress: "No progress", rated: true}, {text: "C", progress: "–", rated: true}, {text: "D", progress: "great", rated: true}}, "levels of several words, and a dash"},
		{"", true, nil, "nothing"},
	} {
		assert.Equal(t, tt.want, ratings(tt.text, tt.tags), tt.why)
	}
}
