package report

import (
	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// verdict words what people judged of a link, a rival, an assumption, a risk or a criterion. The word
// suits its target; the sign and its colour say whether it is good for the story.
func (w Words) verdict(l evidence.LevelRange, kind pathway.TargetKind, risk bool) level {
	if l.Low == "" {
		return level{Class: "vu", Icons: []string{"vu"}, Word: w["verdict."+verdictKind(kind, risk)+".unknown"]}
	}
	low, high := w.oneVerdict(l.Low, kind, risk), w.oneVerdict(l.High, kind, risk)
	if l.Low != l.High {
		low.Icons = append(low.Icons, high.Icons...)
		low.Word = w.between(low.Word, high.Word)
		low.Class = "v1"
	}
	return low
}

func (w Words) oneVerdict(id string, kind pathway.TargetKind, risk bool) level {
	good := map[string]string{string(evidence.Fails): "v0", string(evidence.Partly): "v1", string(evidence.Holds): "v2"}[id]
	if kind == pathway.RivalTarget || risk { // what stands against the story is good where it fails
		good = map[string]string{"v0": "v2", "v1": "v1", "v2": "v0"}[good]
	}
	return level{Class: good, Icons: []string{good}, Word: w["verdict."+verdictKind(kind, risk)+"."+id]}
}

func verdictKind(kind pathway.TargetKind, risk bool) string {
	switch {
	case risk:
		return "risk"
	case kind == pathway.RivalTarget:
		return "rival"
	}
	return "other"
}
