package render

import "fmt"

// A Theme is the colours of a picture: what the screen shows, what it shows instead where the reader
// prefers dark, and what is printed. A nil palette is never switched to.
type Theme struct {
	Screen      Palette
	Dark, Print *Palette
}

// A Palette is one set of colours, each written #RRGGBB.
type Palette struct {
	Page      string    // background
	Lane      string    // background of a column
	Card      string    // background of a card
	Border    string    // of a card
	Ink       string    // text
	Muted     string    // text of less weight
	Header    []string  // headings, from the first column to the last: at least one
	HeaderInk string    // text of a heading
	Pathways  []string  // at least one; more pathways than colours repeat them with other dashes
	BadgeInk  string    // the letter on a pathway's colour
	Progress  [3]string // the lowest level, those between, the highest
	Unrated   string    // where there is no rating
}

// Auto returns [Light] with [Dark] for readers who prefer it, and [Printed] on paper.
func Auto() Theme {
	dark, paper := darkPalette(), printPalette()
	return Theme{Screen: lightPalette(), Dark: &dark, Print: &paper}
}

// Light returns dark text on white, whatever the reader prefers.
func Light() Theme {
	paper := printPalette()
	return Theme{Screen: lightPalette(), Print: &paper}
}

// Dark returns light text on a dark ground, on paper too.
func Dark() Theme { return Theme{Screen: darkPalette()} }

// Printed returns [Light] without tints and with stronger borders.
func Printed() Theme { return Theme{Screen: printPalette()} }

// The pathway colours keep 4.5:1 on their page, and a CIE76 distance of 18 from each other under
// normal, protan, deutan and tritan vision; theme_test.go measures it.
func lightPalette() Palette {
	return Palette{
		Page: "#FFFFFF", Lane: "#F4F6F9", Card: "#FFFFFF", Border: "#7C8796",
		Ink: "#1B2430", Muted: "#4A5563",
		Header:    []string{"#0B4F6C", "#16617A", "#1F7384", "#2E6F6A", "#3B6B52", "#4A6741"},
		HeaderInk: "#FFFFFF",
		Pathways:  []string{"#1565E0", "#8F3D0E", "#4A1470", "#CC1FA8", "#00806A", "#33404B"},
		BadgeInk:  "#FFFFFF",
		Progress:  [3]string{"#B3261E", "#C77700", "#007A5A"},
		Unrated:   "#7C8796",
	}
}

func darkPalette() Palette {
	return Palette{
		Page: "#14181F", Lane: "#191E27", Card: "#222A35", Border: "#6F7C8E",
		Ink: "#E8ECF1", Muted: "#AEB8C4",
		Header:    []string{"#0B4F6C", "#16617A", "#1F7384", "#2E6F6A", "#3B6B52", "#4A6741"},
		HeaderInk: "#FFFFFF",
		Pathways:  []string{"#3D89CC", "#D68B40", "#A159FF", "#F5187F", "#33FFD6", "#ADD3FF"},
		BadgeInk:  "#14181F",
		Progress:  [3]string{"#FF8A80", "#F0A83A", "#2BC79A"},
		Unrated:   "#AEB8C4",
	}
}

func printPalette() Palette {
	p := lightPalette()
	p.Lane, p.Border, p.Ink, p.Muted, p.Unrated = "#FFFFFF", "#4A5563", "#000000", "#33404B", "#5C6675"
	return p
}

// check refuses what is no colour: it would end up in a style sheet.
func (t Theme) check() error {
	for _, p := range []*Palette{&t.Screen, t.Dark, t.Print} {
		if p == nil {
			continue
		}
		if len(p.Header) == 0 || len(p.Pathways) == 0 {
			return fmt.Errorf("render: a palette needs at least one colour for headings and one for pathways")
		}
		for _, c := range p.colours() {
			if !isColour(c) {
				return fmt.Errorf("render: colour %q is not of the form #RRGGBB", c)
			}
		}
	}
	return nil
}

func (p *Palette) colours() []string {
	all := make([]string, 0, 12+len(p.Header)+len(p.Pathways))
	all = append(all, p.Page, p.Lane, p.Card, p.Border, p.Ink, p.Muted, p.HeaderInk, p.BadgeInk, p.Unrated)
	all = append(all, p.Progress[:]...)
	all = append(all, p.Header...)
	return append(all, p.Pathways...)
}

func isColour(s string) bool {
	if len(s) != 7 || s[0] != '#' {
		return false
	}
	for i := 1; i < len(s); i++ {
		if c := s[i] | 0x20; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
