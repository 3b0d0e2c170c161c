package report

import "slices"

// ranges tells of progress and of confidence whether the page shows a range somewhere: two signs of one rating.
func (p *page) ranges() (progress, confidence bool) {
	see := func(r rated) {
		progress, confidence = progress || r.Progress.ranges(), confidence || r.Confidence.ranges()
	}
	judge := func(all []judged) {
		confidence = confidence || slices.ContainsFunc(all, func(j judged) bool { return j.Judged && j.Confidence.ranges() })
	}
	steps := func(all []step) {
		for i := range all {
			see(all[i].Rating)
			for k := range all[i].Stones {
				see(all[i].Stones[k].Rating)
			}
		}
	}
	for _, s := range p.Stories {
		steps(s.Steps)
		judge(s.Assumed)
		judge(s.Criteria)
	}
	if p.Scores != nil {
		for _, r := range p.Scores.Ratings {
			see(rated{Progress: r.Progress, Confidence: r.Confidence})
		}
	}
	steps(p.Columns)
	judge(p.Criteria)
	if p.History != nil {
		for _, h := range p.History.Stones {
			for _, st := range h.Stones {
				for _, was := range st.Rating.Past {
					see(rated{Progress: was.Progress, Confidence: was.Confidence})
				}
			}
		}
	}
	return progress, confidence
}

// ranges reports whether there is one sign for either end.
func (l level) ranges() bool { return len(l.Icons) > 1 }

// between is any range of a scale, for the legend.
func (s *scale) between(says string) level {
	l, high := s.at(1), s.at(len(s.levels))
	l.Icons, l.Last, l.Word = append(l.Icons, high.Icons...), high.Class, says
	return l
}
