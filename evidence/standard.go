package evidence

// DefaultStandard returns the scale that counts where a map names none: progress none, some,
// great; confidence low, medium, high.
func DefaultStandard() Standard {
	return Standard{
		ID: "default",
		Progress: []Level{
			{ID: "none", Label: "No progress", Definition: "Nothing has changed yet, or nothing that can be seen."},
			{ID: "some", Label: "Some progress", Definition: "It is reached in part, or for some of the people."},
			{ID: "great", Label: "Great progress", Definition: "It is reached for most of the people, most of the time."},
		},
		Confidence: []Level{
			{ID: "low", Label: "Low", Definition: "The evidence is thin, or pulls both ways."},
			{ID: "medium", Label: "Medium", Definition: "The evidence points one way and has gaps."},
			{ID: "high", Label: "High", Definition: "Several independent sources agree."},
		},
	}
}

// EffectiveStandard returns the standard that counts for b: its own, each scale it leaves out taken
// from [DefaultStandard]. Levels that no rating can name are left out, which are those without an id and
// those with the id of an earlier one: the places of the rest are those that [Ratings] count by. A scale
// that has no other levels is empty.
func (b *Body) EffectiveStandard() Standard {
	var std Standard
	if b != nil {
		std = b.Standard
	}
	fallback := DefaultStandard()
	if std.ID == "" && len(std.Progress) == 0 && len(std.Confidence) == 0 {
		std.ID = fallback.ID
	}
	if len(std.Progress) == 0 {
		std.Progress = fallback.Progress
	}
	if len(std.Confidence) == 0 {
		std.Confidence = fallback.Confidence
	}
	std.Progress, std.Confidence = nameable(std.Progress), nameable(std.Confidence)
	return std
}

// nameable are the levels that a rating can name.
func nameable(levels []Level) []Level {
	seen := make(map[string]bool, len(levels))
	return keep(levels, func(l *Level) bool {
		if l.ID == "" || seen[l.ID] {
			return false
		}
		seen[l.ID] = true
		return true
	})
}
