package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
)

// parseSetting reads RULE=SEVERITY, or RULE=SEVERITY:REASON.
func parseSetting(s string) (outcome.RuleSetting, error) {
	id, rest, ok := strings.Cut(s, "=")
	severity, because, _ := strings.Cut(rest, ":")
	setting := outcome.RuleSetting{Rule: id, Because: strings.TrimSpace(because)}
	if !ok {
		return setting, errors.New("want a rule and what it weighs, such as OM301=off:because…")
	}
	switch rule, known := outcome.RuleByID(id); {
	case !known:
		return setting, fmt.Errorf("no rule %q", id)
	case rule.Fixed():
		return setting, fmt.Errorf("no file can be read without rule %s", id)
	}
	return setting, setting.Severity.UnmarshalText([]byte(severity))
}
