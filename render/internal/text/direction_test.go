package text

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

func TestDirectionOf(t *testing.T) {
	for _, tt := range []struct {
		why   string
		lines []string
		want  Direction
	}{
		{"English", []string{"7 stepping stones."}, FromLeft},
		{"Arabic", []string{"نحن فريق واحد. 2"}, FromRight},
		{"Hebrew with points", []string{"שָׁלוֹם"}, FromRight},
		{"N'Ko, Thaana and Adlam", []string{"ߒߞߏ ދިވެހި 𞤀𞤣"}, FromRight},
		{"no letters", []string{"2024-12", "(!) 😀 12%"}, Neither},
		{"nothing", nil, Neither},
		{"Arabic that names more in English than it says", []string{"العمل مع NHS", "Scotland COVID"}, Neither},
		{"English that starts with a name in Hebrew", []string{"שלום is a word of peace"}, Neither},
		{"its second line starts with the other", []string{"العمل الجماعي مع", "NHS"}, FromRight},
		{"faulty bytes", []string{"\xff\xfe abc"}, FromLeft},
		{"Chinese", []string{"我们做什么"}, FromLeft},
	} {
		assert.Equal(t, tt.want, DirectionOf(tt.lines...), tt.why)
	}
}

// Every letter of the scripts that are written from right to left is known, and none of any other script.
func TestLettersFromTheRight(t *testing.T) {
	right := map[string]bool{}
	for _, name := range []string{"Adlam", "Arabic", "Avestan", "Chorasmian", "Cypriot", "Elymaic", "Garay", "Hanifi_Rohingya", "Hatran", "Hebrew", "Imperial_Aramaic",
		"Inscriptional_Pahlavi", "Inscriptional_Parthian", "Kharoshthi", "Lydian", "Mandaic", "Manichaean", "Mende_Kikakui", "Meroitic_Cursive", "Meroitic_Hieroglyphs",
		"Nabataean", "Nko", "Old_Hungarian", "Old_North_Arabian", "Old_Sogdian", "Old_South_Arabian", "Old_Turkic", "Old_Uyghur", "Palmyrene", "Phoenician",
		"Psalter_Pahlavi", "Samaritan", "Sidetic", "Sogdian", "Syriac", "Thaana", "Yezidi"} {
		right[name] = true
	}
	for name, script := range unicode.Scripts {
		if name == "Common" || name == "Inherited" {
			continue
		}
		for r := rune(0); r <= unicode.MaxRune; r++ {
			if r == 0x2000 { // nothing but letters of the left up to the presentation forms of Hebrew
				r = 0xFB00
			}
			if unicode.Is(script, r) && unicode.IsLetter(r) && fromRight(r) != right[name] {
				assert.Fail(t, "written the other way", "%s %U", name, r)
				break
			}
			if r == 0x1F000 {
				break
			}
		}
	}
}

func TestApart(t *testing.T) {
	const l, r = "\u200e", "\u200f"
	for _, tt := range []struct {
		why   string
		parts []string
		rtl   bool
		want  string
	}{
		{"English", []string{"Map", "7 stones"}, false, "Map · 7 stones"},
		{"English on a map in Arabic", []string{"Map", "7 stones"}, true, "Map · 7 stones"},
		{"Arabic, whose date would turn", []string{"خريطة", "2024-12"}, true, "خريطة" + r + " · " + r + "2024-12"},
		{"a name in Hebrew, which would draw the number", []string{"שלום", "7 stones"}, false, "שלום" + l + " · " + l + "7 stones"},
		{"one part", []string{"שלום"}, false, "שלום"},
		{"none", nil, true, ""},
	} {
		assert.Equal(t, tt.want, Apart(tt.parts, " · ", tt.rtl), tt.why)
	}
}
