package outcome

import "fmt"

// Severity is how much a finding weighs. The zero value is none of them.
type Severity int8

// The severities, in rising order. Off stands only in settings: a rule that is off finds nothing.
const (
	Off Severity = iota + 1
	Info
	Warning
	Error
)

var severityNames = [...]string{Off: "off", Info: "info", Warning: "warning", Error: "error"}

// String returns "off", "info", "warning" or "error".
func (s Severity) String() string {
	if s < Off || s > Error {
		return fmt.Sprintf("Severity(%d)", int8(s))
	}
	return severityNames[s]
}

// MarshalText writes the name.
func (s Severity) MarshalText() ([]byte, error) {
	if s < Off || s > Error {
		return nil, fmt.Errorf("outcome: no severity %d", int8(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads one of the four names.
func (s *Severity) UnmarshalText(text []byte) error {
	for i := Off; i <= Error; i++ {
		if severityNames[i] == string(text) {
			*s = i
			return nil
		}
	}
	return fmt.Errorf("outcome: no severity %q: want off, info, warning or error", text)
}

// Profile says how strict a check is.
type Profile string

// The profiles. In [Draft] only what makes a file unreadable is an error; [Review] is the default;
// in [Final] gaps are errors too.
const (
	Draft  Profile = "draft"
	Review Profile = "review"
	Final  Profile = "final"
)

// ParseProfile reads the name of a profile; "" is [Review].
func ParseProfile(name string) (Profile, error) {
	switch p := Profile(name); p {
	case "":
		return Review, nil
	case Draft, Review, Final:
		return p, nil
	}
	return "", fmt.Errorf("outcome: no profile %q: want draft, review or final", name)
}

// A RuleSetting changes what one rule weighs, and keeps the reason. A map can carry settings for
// the method rules (OM3xx) alone; a caller can set any rule but those without which a file cannot
// be read.
type RuleSetting struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Because  string   `json:"because,omitempty"`
}
