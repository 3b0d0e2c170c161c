package table

import (
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
)

// wordings are headings whose level is known, folded. Others have no level: the heading is the
// author's. A heading of several words may say more
// behind them ("Who with, in the first year").
var wordings = []struct {
	level outcome.Level
	words []string
}{
	{outcome.Activities, []string{"what we do", "what we will do", "what we did", "what do we do", "what you do",
		"activities", "our activities", "aktivitäten", "was wir tun", "activités", "ce que nous faisons", "actividades", "lo que hacemos",
		"activiteiten", "wat we doen", "beth rydym yn ei wneud"}},
	{outcome.Participants, []string{"who with", "with whom", "who we work with", "who we do it with", "who is involved", "participants", "who we engage",
		"mit wem", "beteiligte", "avec qui", "con quién", "participantes", "met wie", "gyda phwy"}},
	{outcome.Reactions, []string{"how they feel", "how people feel", "what they feel", "reactions", "reaction",
		"wie sie sich fühlen", "reaktionen", "ce quils ressentent", "cómo se sienten", "reacciones", "hoe zij zich voelen"}},
	{outcome.Learning, []string{"what they learn", "what people learn", "what they learn and gain", "what they gain", "what people gain", "learning",
		"was sie lernen", "ce quils apprennent", "lo que aprenden", "aprendizaje", "wat zij leren"}},
	{outcome.Behaviour, []string{"what they do differently", "what people do differently", "behaviour", "behaviours", "behavior", "behaviors",
		"was sie anders machen", "was sie anders tun", "ce quils font différemment", "lo que hacen de otra manera", "wat zij anders doen"}},
	{outcome.Impact, []string{"what difference does this make", "what difference does it make", "what difference do we make", "what difference this makes",
		"the difference this makes", "the difference we make", "what difference", "impact", "impacts",
		"was das bewirkt", "wirkung", "wirkungen", "quelle différence", "qué diferencia", "impacto", "impactos", "welk verschil"}},
	{outcome.Inputs, []string{"inputs", "input", "resources", "what we put in"}},
	{outcome.Outputs, []string{"outputs", "output"}},
	{outcome.Outcomes, []string{"outcomes", "outcome", "short term outcomes", "medium term outcomes", "intermediate outcomes", "long term outcomes"}},
}

// levelOf guesses the level of a column from its heading; "" where no wording is known.
func levelOf(heading string) outcome.Level {
	const longest = 200
	if len(heading) > longest {
		return ""
	}
	heading = fold(heading)
	best, length := outcome.Level(""), 0
	for _, w := range wordings {
		for _, words := range w.words {
			rest, ok := strings.CutPrefix(heading, words)
			if ok && (rest == "" || rest[0] == ' ' && strings.Contains(words, " ")) && len(words) > length {
				best, length = w.level, len(words)
			}
		}
	}
	return best
}
