// Package standards holds ready-made scales of confidence for an outcome map, worded by this
// library after the sources that each function names. Put one into the map's evidence.Body:
//
//	m.Evidence.Standard = standards.GRADE()
//
// The rule to know: a scale is ordered, and nothing more. Its levels have no distances and no
// average, ratings on two scales cannot be compared, and no level is a likelihood, not even where
// its source ties it to a range of chances. Changing a map's standard does not translate its ratings.
//
// None of the three says how progress is rated: that scale stays the library's own unless a map
// brings another. [InWords] puts a chance that was worked out into the words of [ICD203].
package standards

import (
	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// All returns every ready-made standard, the library's default first.
func All() []evidence.Standard {
	return []evidence.Standard{evidence.DefaultStandard(), GRADE(), Nesta(), ICD203()}
}

// GRADE returns the four levels of certainty of evidence of the GRADE working group (Guyatt and
// others 2008), with the meaning that they have had since Balshem and others (2011): how sure one
// is that the true effect lies close to what was found. It was made for bodies of comparative
// studies in health; what starts high or low by design and is then rated up or down there is here a
// judgement only. Not for single testimonies.
func GRADE() evidence.Standard {
	return evidence.Standard{
		ID: "grade-certainty",
		Confidence: []evidence.Level{
			{ID: "very-low", Label: "Very low", Definition: "What was found says next to nothing: the truth is probably something else."},
			{ID: "low", Label: "Low", Definition: "The truth may well be something else than what was found."},
			{ID: "moderate", Label: "Moderate", Definition: "The truth is probably near what was found, and could still be something else."},
			{ID: "high", Label: "High", Definition: "The truth lies close to what was found; more evidence is unlikely to change that."},
		},
		Refs: []pathway.Ref{
			{Scheme: "doi", Code: "10.1136/bmj.39489.470347.AD", URL: "https://doi.org/10.1136/bmj.39489.470347.AD"},
			{Scheme: "doi", Code: "10.1016/j.jclinepi.2010.07.015", URL: "https://doi.org/10.1016/j.jclinepi.2010.07.015"},
		},
	}
}

// Nesta returns the five levels of evidence of Nesta (Puttick and Ludlow 2013), made for innovations
// that grow: from saying what one does and why it should work to showing that others can do it
// too. A level needs all that the levels below it need. Not for judging a single finding.
func Nesta() evidence.Standard {
	return evidence.Standard{
		ID: "nesta-levels-of-evidence",
		Confidence: []evidence.Level{
			{ID: "1", Label: "Level 1", Definition: "It is said clearly what is done, why it matters and how it should work."},
			{ID: "2", Label: "Level 2", Definition: "Data show a change for the better, without showing what brought it about."},
			{ID: "3", Label: "Level 3", Definition: "A comparison with those who were not reached shows that the work brought it about."},
			{ID: "4", Label: "Level 4", Definition: "Others have evaluated it independently, and found the same."},
			{ID: "5", Label: "Level 5", Definition: "It is written down so well that it works in other hands and other places, and is seen to."},
		},
		Refs: []pathway.Ref{{Scheme: "nesta", Code: "standards-of-evidence-2013", URL: "https://www.nesta.org.uk/"}},
	}
}

// ICD203 returns the seven words for likelihood of the US Intelligence Community Directive 203
// (Office of the Director of National Intelligence 2015). They are meant for what is judged likely,
// and the directive keeps them apart from confidence in the judgement: use them where raters say how
// probable it is that a stone is reached. In the directive the first begins at 1 in 100 and the last
// ends at 99, as nothing is certain.
func ICD203() evidence.Standard {
	std := evidence.Standard{
		ID:   "icd-203-likelihood",
		Refs: []pathway.Ref{{Scheme: "odni", Code: "ICD 203", URL: "https://www.dni.gov/"}},
	}
	for _, w := range words {
		std.Confidence = append(std.Confidence, evidence.Level{ID: w.id, Label: w.label, Definition: w.definition})
	}
	return std
}

// words are those of ICD 203 with the chance from which on each is used.
var words = []struct {
	from                  float64
	id, label, definition string
}{
	{0, "almost-no-chance", "Almost no chance", "Up to 5 in 100; remote."},
	{0.05, "very-unlikely", "Very unlikely", "From 5 to 20 in 100; highly improbable."},
	{0.20, "unlikely", "Unlikely", "From 20 to 45 in 100; improbable."},
	{0.45, "roughly-even-chance", "Roughly even chance", "From 45 to 55 in 100."},
	{0.55, "likely", "Likely", "From 55 to 80 in 100; probable."},
	{0.80, "very-likely", "Very likely", "From 80 to 95 in 100; highly probable."},
	{0.95, "almost-certain", "Almost certain", "From 95 in 100; nearly certain."},
}

// InWords returns the label of [ICD203] for a chance, "" for what is none. A chance at the border of
// two words takes the likelier one. A word hides how wide a range is: say both of its ends.
func InWords(chance float64) string {
	label := ""
	for _, w := range words {
		if chance >= w.from && chance <= 1 {
			label = w.label
		}
	}
	return label
}
