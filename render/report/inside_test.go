package report

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// The list to translate, untranslated, changes nothing: not the spaces around "and" either.
func TestEnglishOverEnglish(t *testing.T) {
	same, err := english.over(English())
	require.NoError(t, err)
	assert.Equal(t, english, same)
	german, err := english.over(Words{"list.and": " und "})
	require.NoError(t, err)
	assert.Equal(t, "a, b und c", german.list([]string{"a", "b", "c"}))
}

func TestChance(t *testing.T) {
	for _, tt := range []struct {
		p    float64
		want string
		why  string
	}{
		{0, "0", "impossible"}, {1, "100", "certain"},
		{1e-9, "under 1", "not impossible, so never 0"}, {0.004, "under 1", "would round to 0"}, {0.005, "1", "rounds to 1"},
		{0.999, "over 99", "not certain, so never 100"}, {0.994, "99", "rounds to 99"},
		{0.365, "37", "half goes up"}, {0.5, "50", ""},
		{math.NaN(), "–", "unknown"}, {-3, "0", "out of range"}, {7, "100", "out of range"},
	} {
		assert.Equal(t, tt.want, english.chance(tt.p), "%v: %s", tt.p, tt.why)
	}
	assert.Equal(t, "20 to 55", english.chances(0.2, 0.5454))
	assert.Equal(t, "25", english.chances(0.2501, 0.2549), "once, where both ends print alike")
	assert.Equal(t, "36 in 100 (20 to 55)", english.within(bayes.Estimate{Low: 0.2, Mid: 0.3646, High: 0.5454}))
	assert.Equal(t, "64 in 100", english.within(bayes.Estimate{Low: 0.636, Mid: 0.636, High: 0.636}))
	assert.Equal(t, "37%", english.share(0.3651))
}

// The word goes by the number that is printed: 0.0996 is printed as 10, which is no longer very unlikely.
func TestWording(t *testing.T) {
	for p, want := range map[float64]string{
		0: "very unlikely", 0.094: "very unlikely", 0.0996: "unlikely", 0.32: "unlikely", 0.33: "about as likely as not",
		0.655: "likely", 0.66: "likely", 0.89: "likely", 0.9: "very likely", 1: "very likely",
	} {
		assert.Equal(t, want, english[scaleWords[wording(p)].key], "%v", p)
	}
	assert.Equal(t, "unlikely to likely", english.inWords(bayes.Estimate{Low: 0.2, High: 0.8}))
	assert.Equal(t, "likely", english.inWords(bayes.Estimate{Low: 0.7, High: 0.8}))
}

func TestDecibels(t *testing.T) {
	for db, want := range map[float64]string{
		12.004: "+12.0", -3.86: "−3.9", 0.04: "0", -0.04: "0", math.Inf(1): "+∞", math.Inf(-1): "−∞",
	} {
		assert.Equal(t, want, english.decibels(db), "%v", db)
	}
}

func TestNumber(t *testing.T) {
	for x, want := range map[float64]string{
		22: "22", 23.8: "23.8", -1.25: "−1.25", 0.001: "0.001", 1e20: "1e+20", 1e-9: "1e-09", 1650: "1650", 1.0 / 3: "0.333333333",
	} {
		assert.Equal(t, want, english.number(x), "%v", x)
	}
	german := Words{"number.decimal": ","}
	assert.Equal(t, "23,8", german.number(23.8))
	assert.Equal(t, "0.2 to 0.35", english.likelihood(evidence.Range{Low: 0.2, High: 0.35}))
}

func TestDate(t *testing.T) {
	for d, want := range map[evidence.Date]string{
		"2024": "2024", "2024-11": "November 2024", "2024-11-05": "5 November 2024", "2024-13": "2024-13", "": "", "soon\n": "soon",
	} {
		assert.Equal(t, want, english.date(d))
	}
	assert.Equal(t, " 2024", Words{"date.month": "{month} {year}", "date.months": "one|two"}.date("2024-11"), "a list that is no year of months")
}

func TestProse(t *testing.T) {
	for _, tt := range []struct{ in, want, why string }{
		{"", "", "nothing is nothing"},
		{"plain words", "<p>plain words</p>", "a paragraph"},
		{"*soft* and **loud**", "<p><em>soft</em> and <strong>loud</strong></p>", "CommonMark"},
		{"# Head", "<p><strong>Head</strong></p>", "headings would break the outline of the page"},
		{"<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>", "tags are shown, never obeyed"},
		{"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "least of all scripts"},
		{"[a](javascript:alert(1))", "<p>a</p>", "a link that runs code is no link"},
		{"[a](https://example.org)", `<p><a href="https://example.org" rel="noreferrer">a</a></p>`, "a safe one is"},
		{"[a](other.html)", `<p><a href="other.html" rel="noreferrer">a</a></p>`, "so is a relative one"},
		{"![the map](map.png)", `<p><a href="map.png" rel="noreferrer">the map</a></p>`, "nothing is loaded: a picture becomes a link"},
		{"![x](javascript:alert(1))", "<p>x</p>", "and keeps its words where it may not"},
		{"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "lists"},
		{"a\u202eb", "<p>ab</p>", "nothing turns the direction of what follows"},
		{"a\x00b\x07", "<p>a\uFFFDb\uFFFD</p>", "no controls"},
		{"&lt;i&gt;", "<p>&lt;i&gt;</p>", "entities stay text"},
	} {
		assert.Equal(t, tt.want, string(prose(tt.in)), tt.why)
	}
	assert.Equal(t, "soft <b> & loud", bare("*soft* `<b>` & **loud**"))
	long := strings.Repeat("*word* ", maxProse)
	assert.Equal(t, "<p>"+strings.TrimSpace(long)+"</p>\n<p>end</p>", string(prose(long+"\n\nend")), "beyond all bounds nothing is lost, and no mark is read")
	assert.Contains(t, string(prose(strings.Repeat(">", maxMarks+1))), "<p>&gt;")
	assert.Contains(t, string(prose(strings.Repeat("> ", 20)+"deep")), "<blockquote>")
}

func TestAnchors(t *testing.T) {
	var a anchors
	assert.Equal(t, "item-r1", a.next("item", "r1"), "an id that may stand in an address is kept")
	assert.Equal(t, "item--1", a.next("item", "r1"), "once")
	assert.Equal(t, "item--2", a.next("item", "a b"))
	assert.Equal(t, "item--3", a.next("item", "-1"), "no id starts with a hyphen, so numbers are free")
	assert.Equal(t, "source-r1", a.next("source", "r1"), "kinds keep apart")
}

// Verdicts are worded by what they are about, and signed by what that means for the story.
func TestVerdict(t *testing.T) {
	holds, fails := evidence.LevelRange{Low: "holds", High: "holds"}, evidence.LevelRange{Low: "fails", High: "fails"}
	for _, tt := range []struct {
		l           evidence.LevelRange
		kind        string
		word, class string
	}{
		{holds, "other", "Holds", "v2"}, {fails, "other", "Fails", "v0"},
		{holds, "rival", "Stands", "v0"}, {fails, "rival", "Ruled out", "v2"},
		{holds, "risk", "Happened", "v0"}, {fails, "risk", "Did not happen", "v2"},
		{evidence.LevelRange{}, "rival", "Not looked at", "vu"},
		{evidence.LevelRange{Low: "fails", High: "holds"}, "other", "Fails to Holds", "v1"},
	} {
		kind := map[string]string{"rival": "rival", "risk": "assumption"}[tt.kind]
		got := english.verdict(tt.l, targetKind(kind), tt.kind == "risk")
		assert.Equal(t, [2]string{tt.word, tt.class}, [2]string{got.Word, got.Class}, tt.kind)
	}
}

func TestIndicatorAgainstItsTarget(t *testing.T) {
	teller := &teller{Words: english}
	value := func(v float64) *float64 { return &v }
	for _, tt := range []struct {
		base, target, actual float64
		better               evidence.IndicatorDirection
		want, why            string
	}{
		{50, 80, 80, evidence.Up, "v2", "met"},
		{50, 80, 75, evidence.Up, "v1", "5 short of a way of 30: close"},
		{50, 80, 72, evidence.Up, "v0", "8 short: more than a quarter of the way"},
		{31, 24, 26, evidence.Down, "v0", "2 above a target that is 7 away"},
		{31, 24, 25.5, evidence.Down, "v1", "1.5 above it"},
		{31, 24, 20, evidence.Down, "v2", "less is better"},
		{31, 24, 26, "", "", "nobody says which way is better"},
	} {
		rows := []reading{{Baseline: true, actual: value(tt.base)}, {at: 1, target: value(tt.target), actual: value(tt.actual)}, {at: 2, target: value(0)}}
		assert.Equal(t, tt.want, teller.against(rows, tt.better).Class, tt.why)
	}
}

// Text keeps 4.5:1 on the page and on its tinted ground, in every built-in theme (WCAG 2.2, 1.4.3).
func TestContrast(t *testing.T) {
	auto := render.Auto()
	for name, p := range map[string]*render.Palette{"screen": &auto.Screen, "dark": auto.Dark, "print": auto.Print} {
		colour := map[string]string{}
		for _, pair := range strings.Split(properties(p), ";") {
			if key, value, ok := strings.Cut(pair, ":"); ok {
				colour[strings.TrimPrefix(key, "--")] = value
			}
		}
		for _, text := range []string{"ink", "mute", "link", "q0", "q1", "q2", "qu", "k0", "k1", "k2", "for", "against", "p0", "p1", "p2", "p3", "p4", "p5"} {
			for _, ground := range []string{"paper", "wash"} {
				assert.GreaterOrEqual(t, contrast(colour[text], colour[ground]), 4.5, "%s: %s on %s", name, text, ground)
			}
		}
		for _, sign := range []string{"band", "prior", "rule", "focus"} {
			assert.GreaterOrEqual(t, contrast(colour[sign], colour["paper"]), 3.0, "%s: %s", name, sign)
		}
		for i := range p.Pathways {
			assert.GreaterOrEqual(t, contrast(colour["on"], colour["p"+itoa(i)]), 4.5, "%s: letter on badge %d", name, i)
		}
	}
	// Black on white is 21:1 and a colour on itself 1:1, by definition.
	assert.InDelta(t, 21, contrast("#000000", "#FFFFFF"), 1e-9)
	assert.InDelta(t, 1, contrast("#123456", "#123456"), 1e-9)
	assert.Equal(t, "#767676", mix("#000000", "#ECECEC", 0.5))
	assert.Equal(t, "#000000", readable("#000000", "#FFFFFF"), "what can be read stays as it is")
}

// Equal distances on the axis are equal weights of evidence, and both ends are as far from the middle.
func TestAxis(t *testing.T) {
	assert.InDelta(t, 0.5, onAxis(0.5), 1e-12)
	assert.InDelta(t, 1-onAxis(0.1), onAxis(0.9), 1e-12)
	assert.InDelta(t, onAxis(0.8)-onAxis(0.5), onAxis(16.0/17)-onAxis(0.8), 1e-12, "odds 1, 4 and 16")
	assert.Zero(t, onAxis(0))
	assert.InDelta(t, 1, onAxis(1), 1e-12)
	assert.InDelta(t, 0.5, onWeights(0), 1e-12)
	assert.InDelta(t, 1, onWeights(math.Inf(1)), 1e-12, "what settles a claim is at the end")
}

func TestScale(t *testing.T) {
	five := newScale([]evidence.Level{{ID: "a"}, {ID: "b"}, {ID: "c", Label: "C"}, {ID: "d"}, {ID: "e"}}, "q", "", english)
	icons := ""
	for n := range 6 {
		icons += five.at(n).Icons[0] + five.at(n).Class + " "
	}
	assert.Equal(t, "ququ q0q0 q2q1 q4q1 q6q1 q8q2 ", icons, "unrated has a look of its own; eighths rise evenly")
	assert.Equal(t, "a to C", five.of(evidence.LevelRange{Low: "a", High: "c"}).Word)
	assert.Equal(t, "Not rated", five.of(evidence.LevelRange{Low: "x"}).Word, "a level that the scale lacks is no rating")
	one := newScale([]evidence.Level{{ID: "a"}}, "k", "", english)
	assert.Equal(t, "k1", one.at(1).Icons[0])
	many := newScale(make([]evidence.Level, 9), "k", "", english)
	assert.Equal(t, 5, many.bars())
	assert.Equal(t, "k5", many.at(9).Icons[0])
	assert.Equal(t, "k1", many.at(1).Icons[0])
}

func TestLetter(t *testing.T) {
	assert.Equal(t, "A Z AA AZ BA ZZ AAA", strings.Join([]string{letter(0), letter(25), letter(26), letter(51), letter(52), letter(701), letter(702)}, " "))
}

func TestCSSString(t *testing.T) {
	assert.Equal(t, `"a b\00003c \00002f style\00003e é"`, cssString("a b</style>é"))
}

func targetKind(s string) pathway.TargetKind { return pathway.TargetKind(s) }

// Every kind of thing that package evidence tells apart has its own words.
func TestEveryKindHasWords(t *testing.T) {
	teller := &teller{Words: english}
	for _, kind := range []evidence.GapKind{
		evidence.UnassessedStone, evidence.LinkWithoutClaim, evidence.ClaimWithoutTests, evidence.RivalUntested,
		evidence.OneSource, evidence.IdleItem, evidence.EmptySource,
	} {
		assert.NotEqual(t, string(kind), teller.gap(nil, evidence.Gap{Kind: kind, Source: "s"}).Word, kind)
	}
	card := &evidence.Scorecard{}
	card.Probative.Chain = []evidence.ClaimScore{{Posterior: &bayes.Estimate{Low: 0.2, Mid: 0.3, High: 0.4}}}
	seen := map[string]bool{}
	for _, why := range []evidence.Reason{evidence.NoLink, evidence.NothingSupports, evidence.NoClaim, evidence.WeakestClaim, evidence.WeakestRating, evidence.NothingWeak} {
		said := teller.reason(evidence.Breaks{Why: why}, card)
		assert.NotEmpty(t, said, why)
		assert.False(t, seen[said], why)
		seen[said] = true
	}
	for _, do := range []evidence.Task{evidence.StateClaim, evidence.SetPrior, evidence.Mend, evidence.JudgePlan, evidence.JudgeFound, evidence.SeekEvidence, evidence.Collect} {
		said := teller.task(&path{}, &evidence.Proposal{Do: do}).Do
		assert.NotEmpty(t, said, do)
		assert.False(t, seen[said], do)
		seen[said] = true
	}
	for _, class := range []bayes.Kind{bayes.Straw, bayes.Hoop, bayes.SmokingGun, bayes.DoublyDecisive} {
		assert.NotEmpty(t, teller.class(bayes.Class{Kind: class}), class)
	}
	for _, k := range conditionKeys {
		assert.NotEmpty(t, english[k.key])
		assert.NotEmpty(t, english[k.key+".helps"])
	}
}
