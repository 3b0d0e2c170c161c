package text_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/render/internal/text"
)

// Advances of Arial at 1,000 units, from its Adobe font metrics (Helvetica.afm, Helvetica-Bold.afm),
// which Arial and Liberation Sans keep. The table rounds up from 2,048 units, so it may hold 1 more.
func TestWidthIsThatOfHelvetica(t *testing.T) {
	for _, tt := range []struct {
		char          string
		regular, bold float64
	}{
		{" ", 278, 278}, {"a", 556, 556}, {"W", 944, 944}, {"i", 222, 278}, {"@", 1015, 975},
		{"é", 556, 556}, {"ß", 611, 611}, {"\u2014", 1000, 1000}, {"€", 556, 556},
	} {
		assert.InDelta(t, tt.regular+0.5, text.Width(tt.char, 1000, false), 0.6, "%q", tt.char)
		assert.InDelta(t, tt.bold+0.5, text.Width(tt.char, 1000, true), 0.6, "%q bold", tt.char)
	}
}

func TestWidthOutsideTheTable(t *testing.T) {
	for _, tt := range []struct {
		s, why string
		em     float64
	}{
		{"漢字", "two wide characters", 2},
		{"e\u0301", "a combining mark takes no room", 0.557},
		{"\u200d\ufeff", "nor do format controls", 0},
		{"😀", "a colour emoji is wider than its em", 1.3},
		{"\U000e0041", "nor tags", 0},
	} {
		assert.InDelta(t, tt.em, text.Width(tt.s, 1, false), 0.001, tt.why)
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		s, why string
		ems    float64
		want   []string
	}{
		{"", "empty text has no lines", 5, nil},
		{"one two three", "fits", 20, []string{"one two three"}},
		{"one two three", "breaks at a space and drops it", 4, []string{"one two", "three"}},
		{"Self-directed support", "breaks after a hyphen", 4, []string{"Self-", "directed", "support"}},
		{"naught (employer)", "keeps a bracket with its word", 5, []string{"naught", "(employer)"}},
		{"10\u00a0km away", "never breaks a no-break space", 3, []string{"10\u00a0km", "away"}},
		{"漢字仮名、交じり", "breaks between ideographs, never before a comma", 4, []string{"漢字仮", "名、交じ", "り"}},
		{"extra\u00adordinary", "shows a soft hyphen where it breaks", 4, []string{"extra-", "ordinary"}},
		{"extra\u00adordinary", "and hides it where not", 9, []string{"extra\u00adordinary"}},
		{"aaaaaaaaaa", "splits a word wider than the line", 2, []string{"aaa", "aaa", "aaa", "a"}},
		{"to aaaaaaa b", "starts a long word on a line of its own, goes on behind it", 2.6, []string{"to", "aaaa", "aaa b"}},
		{"e\u0301e\u0301e\u0301", "never splits a letter from its mark", 1.2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"👩‍👩‍👧👩‍👩‍👧", "nor a family of emoji", 4, []string{"👩‍👩‍👧", "👩‍👩‍👧"}},
		{"👍🏽 say yes", "a skin tone ends no line", 9, []string{"👍🏽 say yes"}},
		{"W", "a cluster wider than the line stands alone", 0.1, []string{"W"}},
		{"ไปโรงเรียนใกล้บ้าน", "splits Thai before a vowel that leads a syllable", 6, []string{"ไปโรงเรียน", "ใกล้บ้าน"}},
	} {
		face := text.Face{Size: 10}
		assert.Equal(t, tt.want, face.Measured(tt.s, new(text.Room)).Wrap(nil, tt.ems*10), "%q: %s", tt.s, tt.why)
	}
}

func TestBalance(t *testing.T) {
	face := text.Face{Size: 14, Bold: true}
	got := face.Measured("What difference does this make?", new(text.Room)).Balance(nil, 190)
	assert.Equal(t, []string{"What difference", "does this make?"}, got, "not a last line of one word")
	assert.Equal(t, []string{"Who with"}, face.Measured("Who with", new(text.Room)).Balance(nil, 190))
	assert.Equal(t, []string{"above", "x"}, face.Measured("x", new(text.Room)).Balance([]string{"above"}, 190), "what was there stays")
}

func TestPretty(t *testing.T) {
	face := text.Face{Size: 13}
	for _, tt := range []struct {
		s, why string
		want   []string
	}{
		{"A mutually beneficial relationship for Employer and PA", "no word is left alone", []string{"A mutually beneficial", "relationship for Employer", "and PA"}},
		{"Neighbours help each other out", "nor one of three letters", []string{"Neighbours help each", "other out"}},
		{"Negotiate agreement for support and employ a PA", "a last line of some words is as it was", []string{"Negotiate agreement for", "support and employ a PA"}},
		{"Understanding neighbourhood expectations so", "a line more is no remedy", []string{"Understanding neighbourhood", "expectations so"}},
		{"Employers", "one line", []string{"Employers"}},
	} {
		assert.Equal(t, append([]string{"above"}, tt.want...), face.Measured(tt.s, new(text.Room)).Pretty([]string{"above"}, 181), tt.why)
	}
	wide := "Confidentiality and interdependencies is"
	assert.Equal(t, face.Measured(wide, new(text.Room)).Wrap(nil, 215), face.Measured(wide, new(text.Room)).Pretty(nil, 215), "no narrower lines help")
}

func TestExtent(t *testing.T) {
	face := text.Face{Size: 1000}
	longest, whole := face.Measured("to employ", new(text.Room)).Extent()
	assert.InDelta(t, text.Width("employ", 1000, false), longest, 1e-9)
	assert.InDelta(t, text.Width("to employ", 1000, false), whole, 1e-9)
}

func TestMeasure(t *testing.T) {
	mono := text.Face{Size: 10, Measure: func(s string, size float64, _ bool) float64 {
		return float64(utf8.RuneCountInString(s)) * size
	}}
	assert.Equal(t, []string{"iiii", "WWWW"}, mono.Measured("iiii WWWW", new(text.Room)).Wrap(nil, 40))
	broken := text.Face{Size: 10, Measure: func(string, float64, bool) float64 { return -1 }}
	assert.Equal(t, text.Width("iiii", 10, false), broken.Width("iiii"), "a width below zero is no measure")
}

func TestClean(t *testing.T) {
	for _, tt := range []struct{ in, want, why string }{
		{"", "", "nothing"},
		{" a \t\n b ", "a b", "white space folds"},
		{"a\u00a0b", "a\u00a0b", "a no-break space stays"},
		{"a\x00\x1bb\ufffe", "a��b�", "XML forbids these"},
		{"a\xffb", "a�b", "not UTF-8"},
		{"a\u202eb\u2066c\u2069", "abc", "overrides go"},
		{"שלום\u200f", "שלום\u200f", "a mark is no override"},
	} {
		assert.Equal(t, tt.want, text.Clean(tt.in), tt.why)
	}
}

// The short way for plain English has to break where Annex 14 does.
func TestSimpleTextBreaksAsAnnex14(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		s := text.Clean(random(r, "ab1 ,. "))
		var want []string
		for rest, state := s, -1; rest != ""; {
			var piece string
			piece, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			want = append(want, strings.TrimRight(piece, " "))
		}
		got := text.Face{Size: 10, Measure: onePerLine}.Measured(s, new(text.Room)).Wrap(nil, 1)
		require.Equal(t, want, got, "%q", s)
	}
}

// onePerLine makes every two pieces too wide for a line and no single one.
func onePerLine(s string, _ float64, _ bool) float64 {
	if s == "" {
		return 0
	}
	return 0.9
}

func TestWrapLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		checkWrap(t, random(r, "abW .,-/()漢字เกา\u0301\u00ad👩‍👧ש ع\u00a0\u200b "), 1+r.Float64()*60)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Ability to set clear expectations, boundaries in the relationship", 90.0)
	f.Add("漢字かな交じり文、ไปโรงเรียน e\u0301👩‍👧", 40.0)
	f.Add("\u202e\x00\xff", 1.0)
	f.Fuzz(func(t *testing.T, s string, limit float64) {
		if limit > 0 && limit < 1e6 {
			checkWrap(t, s, limit)
		}
	})
}

// checkWrap holds what Wrap promises for any text.
func checkWrap(t *testing.T, s string, limit float64) {
	t.Helper()
	s = text.Clean(s)
	require.Equal(t, s, text.Clean(s), "clean stays clean")
	face := text.Face{Size: 13}
	measured := face.Measured(s, new(text.Room))
	lines := measured.Wrap(nil, limit)
	bare := strings.NewReplacer(" ", "", "\u00ad", "", "-", "")
	require.Equal(t, bare.Replace(s), bare.Replace(strings.Join(lines, "")), "%q", s)
	for _, line := range lines {
		require.Equal(t, strings.Trim(line, " "), line)
		if face.Width(line) > limit {
			require.LessOrEqual(t, uniseg.GraphemeClusterCount(strings.TrimSuffix(line, "-")), 1, "%q is wider than %v", line, limit)
		}
	}
	balanced := measured.Balance(nil, limit)
	require.LessOrEqual(t, len(balanced), max(len(lines), 0), "%q", s)
	pretty := measured.Pretty([]string{"above"}, limit)
	require.Equal(t, "above", pretty[0])
	require.Equal(t, len(lines), len(pretty)-1, "%q", s)
	require.Equal(t, bare.Replace(s), bare.Replace(strings.Join(pretty[1:], "")), "%q", s)
	require.True(t, slices.Equal(lines, measured.Wrap(nil, limit)), "same in, same out")
}

func random(r *rand.Rand, alphabet string) string {
	runes := []rune(alphabet)
	out := make([]rune, r.IntN(40))
	for i := range out {
		out[i] = runes[r.IntN(len(runes))]
	}
	return string(out)
}
