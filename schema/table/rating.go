package table

import (
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
)

var ratingLabel = lazily(`(?i)(?:^|\s)(progress|confidence)\s*:`)

// bothLabels is wanted of a text without tags: "Progress: people move on" could be a stone.
var bothLabels = lazily(`(?i)(?:^|\s)progress\s*:.*\sconfidence\s*:`)

// ratings cuts a text at its ratings: "TEXT Progress: great Confidence: n/a TEXT …" as the reporting
// tool shows it. A part with a text and ratings is a stone with them.
func ratings(text string, tags bool) []entry {
	at := ratingLabel().FindAllStringSubmatchIndex(text, -1)
	if len(at) == 0 || !tags && !bothLabels().MatchString(text) {
		if text == "" {
			return nil
		}
		return []entry{{text: text}}
	}
	parts := []entry{{text: strings.TrimSpace(text[:at[0][0]])}} // of a text "" the cell before knows
	for i, label := range at {
		end, next := len(text), ""
		if i+1 < len(at) {
			end, next = at[i+1][0], strings.ToLower(text[at[i+1][2]:at[i+1][3]])
		}
		name := strings.ToLower(text[label[2]:label[3]])
		whole := i+1 == len(at) && tags || name == "progress" && next == "confidence"
		value, rest := splitValue(strings.TrimSpace(text[label[1]:end]), whole)
		last := &parts[len(parts)-1]
		if name == "progress" && last.progress != "" || name == "confidence" && last.confidence != "" {
			parts = append(parts, entry{}) // ratings of nothing: a finding later
			last = &parts[len(parts)-1]
		}
		last.rated = true
		if name == "progress" {
			last.progress = value
		} else {
			last.confidence = value
		}
		if rest != "" {
			parts = append(parts, entry{text: rest})
		}
	}
	return parts
}

// splitValue parts the value of a rating from the text that follows it where tags were lost. whole
// says that nothing can follow.
func splitValue(s string, whole bool) (value, rest string) {
	if s == "" {
		return notRated, ""
	}
	words := strings.Fields(s)
	if whole {
		return s, ""
	}
	std := evidence.DefaultStandard()
	for n := min(3, len(words)); n > 1; n-- { // no level has more words; one word it is in any case
		value = strings.Join(words[:n], " ")
		_, progress := level(value, std.Progress)
		_, confidence := level(value, std.Confidence)
		if unrated(value) || progress || confidence {
			return value, strings.Join(words[n:], " ")
		}
	}
	return words[0], strings.Join(words[1:], " ")
}

// notRated is what the reporting tool shows where nothing is rated.
const notRated = "n/a"

func unrated(value string) bool {
	switch fold(value) {
	case "", "n a", "na", "not applicable", "not assessed", "not rated", "not yet rated", "unrated", "tbc", "tbd":
		return true
	}
	return false
}

// level finds the level that a rating names, by its id, its label or what the label says besides
// the name of the scale: "No" is "No progress".
func level(value string, levels []evidence.Level) (id string, ok bool) {
	value = fold(value)
	for _, l := range levels {
		name := fold(l.Label)
		for _, scale := range []string{" progress", " confidence"} {
			name = strings.TrimSuffix(name, scale)
		}
		if value == fold(l.ID) || value == fold(l.Label) || value == name {
			return l.ID, true
		}
	}
	return "", false
}
