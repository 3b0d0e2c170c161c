package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/scan"
)

// noVersion words the lack of the one field that makes a file a map file.
func (d *decoder) noVersion(o objectAt, at place) {
	f := Fault{Rule: rule.Version, Pointer: at.pointer, At: at.spot.Start, Len: 1,
		Message: `no "outcomeMap": the file does not say that it is a map file`,
		Hint:    fmt.Sprintf(`a map file starts with outcomeMap: %q`, outcome.FormatVersion)}
	if slices.Contains(o.missing, "columns") && slices.Contains(o.missing, "title") {
		d.only(f)
		return
	}
	d.add(f)
}

// otherVersion words a file of a version that is not this library's. Nothing else is said of it.
func (d *decoder) otherVersion(at place, f Fault) {
	f.Rule, f.Hint, f.Lost = rule.Version, "", true
	version := strings.Trim(d.source(at), `"`)
	f.Message = fmt.Sprintf("no version %q of the map file is known, only %q", version, outcome.FormatVersion)
	if newer(version) {
		f.Message = fmt.Sprintf("the file is of version %q, newer than %q, the newest that this library reads", version, outcome.FormatVersion)
		f.Hint = "update the library, or save the file in the older version"
	}
	d.only(f)
}

// newer reports whether a version such as "2" or "1.1" comes after the one that is read here. What has
// more than digits and dots is no version, even where Go reads a number in it, as in "1_0" and "0x2p0".
func newer(version string) bool {
	if strings.Trim(version, "0123456789.") != "" {
		return false
	}
	x, ok := scan.Float(version)
	own, _ := scan.Float(outcome.FormatVersion)
	return ok && x > own
}
