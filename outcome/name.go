package outcome

import "github.com/outcomemap/outcomemap/pathway"

// Name returns what a target is called in the map's own words: the text of a stone, the heading of
// a column for the step in it, "A → B" for a link, the short title of a pathway or else its title,
// the text of a rival, an assumption or a criterion (CommonMark). Where the map has no words, or no
// such thing, the id stands in their place; a target that names nothing has the name "", and one that
// mixes forms says so. A rival or an assumption is looked for in [pathway.Target.Pathway] alone. The
// name says neither which pathway the target is in nor what kind of thing it is: ask the target.
func (x *Index) Name(t pathway.Target) string {
	switch t.Kind() {
	case pathway.NoTarget:
		return ""
	case pathway.StoneTarget:
		return x.nameOf(t.Stone)
	case pathway.StepTarget:
		return x.nameOf(t.Column)
	case pathway.LinkTarget:
		return x.nameOf(t.From) + " → " + x.nameOf(t.To)
	case pathway.PathwayTarget:
		if p := x.pathways[t.Pathway]; p != nil {
			return firstOf(p.Short, p.Title, p.ID)
		}
		return t.Pathway
	case pathway.CriterionTarget:
		return firstOf(x.texts[pathway.Target{Criterion: t.Criterion}], t.Criterion)
	case pathway.RivalTarget, pathway.AssumptionTarget:
		return firstOf(x.texts[t], t.Rival, t.Assumption)
	}
	return t.String()
}

// nameOf names a stone or a column, which are one kind.
func (x *Index) nameOf(id string) string {
	if at := x.stones[id]; at.stone != nil {
		return firstOf(at.stone.Text, id)
	}
	if c := x.columns[id]; c != nil {
		return firstOf(c.Heading, id)
	}
	return id
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
