package plan

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/internal/jsonpointer"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/internal/suggest"
	"github.com/outcomemap/outcomemap/schema/internal/scan"
)

// A Fault is one thing wrong with the text.
type Fault struct {
	Rule, Pointer string
	Message, Hint string
	At, Len       int // what is underlined, in bytes
	FirstAt       int // where the other of two equal keys is, if FirstLen is not 0
	FirstLen      int
	Field         string // the field that is missing
	Lost          bool   // the value, or a part of it, could not be read
	Own           bool   // found by the reader itself: gives way to what jsonschema says of the value
}

// RaiseLimit is the hint to whoever meets a limit.
const RaiseLimit = "a caller who trusts the file can raise the limit"

// add keeps a fault, or stops the reading where there are too many.
func (d *decoder) add(f Fault) {
	switch {
	case d.fatal:
	case len(d.faults) >= d.opts.Faults:
		last := TooMany(d.opts.Faults)
		last.Pointer, last.At, last.Len = f.Pointer, f.At, f.Len
		d.stop(last)
	default:
		d.faults = append(d.faults, f)
	}
}

// TooMany is the fault that says that there are more than are kept.
func TooMany(most int) Fault {
	return Fault{Rule: rule.Limit, Message: fmt.Sprintf("more than %d faults; what follows was not looked at", most), Hint: "mend these first"}
}

// stop ends the reading at a fault.
func (d *decoder) stop(f Fault) {
	if !d.fatal {
		d.fatal = true
		d.faults = append(d.faults, f)
		d.Fail(f.At, f.Message, f.Hint)
	}
}

// only makes f the one fault that is reported, and ends the reading.
func (d *decoder) only(f Fault) {
	if !d.fatal {
		d.faults, d.Dups, d.NUL = d.faults[:0], nil, 0
		d.stop(f)
	}
}

// report words what jsonschema found in the value from start to end, at pointer.
func (d *decoder) report(leaves []leaf, start, end int, pointer string) {
	slices.SortFunc(leaves, func(a, b leaf) int {
		return cmp.Or(jsonpointer.Compare(a.pointer, b.pointer), cmp.Compare(weight(a.keyword), weight(b.keyword)),
			strings.Compare(a.keyword, b.keyword), strings.Compare(a.text, b.text))
	})
	leaves = dropBelowSize(leaves)
	spots := d.spots(leaves, start, end)
	for len(leaves) > 0 && !d.fatal {
		n := 1
		for n < len(leaves) && leaves[n].pointer == leaves[0].pointer {
			n++
		}
		at := place{pointer: pointer + leaves[0].pointer, spot: spots[leaves[0].pointer]}
		if d.Src[at.spot.Start] == '{' && leaves[0].keyword != "type" {
			d.objectFaults(leaves[:n], at)
		} else {
			d.valueFault(leaves[0], at)
		}
		leaves = leaves[n:]
	}
}

// dropBelowSize drops what is said of the entries of a list that has too few or too many of them.
// The leaves are sorted by pointer.
func dropBelowSize(leaves []leaf) []leaf {
	list := ""
	return slices.DeleteFunc(leaves, func(l leaf) bool {
		if l.note.want == wantChance && (l.keyword == "minItems" || l.keyword == "maxItems") {
			list = l.pointer + "/"
			return false
		}
		return list != "" && strings.HasPrefix(l.pointer, list)
	})
}

type place struct {
	pointer string
	spot    scan.Spot
}

// spots finds where the values that leaves point to are.
func (d *decoder) spots(leaves []leaf, start, end int) map[string]scan.Spot {
	whole := scan.Spot{Start: start, End: end}
	spots := map[string]scan.Spot{"": whole}
	var below []string
	for _, l := range leaves {
		if l.pointer != "" {
			below = append(below, l.pointer)
		}
	}
	if below == nil {
		return spots
	}
	for pointer, spot := range scan.Locate(d.Src[start:end], below) {
		spot.Start, spot.End = spot.Start+start, spot.End+start
		spots[pointer] = spot
	}
	return spots
}

// weight orders keywords: of several faults of one value the first is told.
func weight(keyword string) int {
	order := []string{"type", "const", "enum", "minLength", "pattern", "maxLength", "minimum", "maximum"}
	if i := slices.Index(order, keyword); i >= 0 {
		return i
	}
	return len(order)
}

// objectFaults words what is wrong with the names of an object's fields.
func (d *decoder) objectFaults(leaves []leaf, at place) {
	n := leaves[0].note
	o := newObjectAt(d.Src, at.spot.Start, n)
	meant := meant(o.unknown, slices.Sorted(slices.Values(o.missing)), o.absent)
	mended := make(map[string]bool)
	for _, l := range leaves {
		switch l.keyword {
		case "required", "additionalProperties":
		default:
			d.add(wordObject(l, o, at))
		}
	}
	for _, m := range o.members {
		if !o.strange[m.name] || d.fatal {
			continue
		}
		f := Fault{Rule: rule.Unknown, Pointer: scan.Join(at.pointer, m.name), At: m.at, Len: d.keyLen(m.at),
			Message: fmt.Sprintf("%s has no field %s", o.a(), quote(m.name))}
		target, sure := meant[m.name]
		switch {
		case sure && slices.Contains(o.missing, target):
			f.Message += fmt.Sprintf(", and lacks %q", target)
			f.Hint = fmt.Sprintf("did you mean %q?", target)
			f.Lost = !d.opts.Mend
			mended[target] = true
		case sure:
			f.Hint = fmt.Sprintf("did you mean %q?", target)
		default:
			f.Hint = otherwise(o, m.name)
		}
		d.add(f)
	}
	for _, name := range o.missing {
		if mended[name] || d.fatal {
			continue
		}
		if name == "outcomeMap" {
			d.noVersion(o, at)
			continue
		}
		d.add(Fault{Rule: rule.Missing, Pointer: at.pointer, At: at.spot.Start, Len: 1, Lost: true, Field: name,
			Message: fmt.Sprintf("%s has no %q", o.name(), name), Hint: n.describe(name)})
	}
}

// otherwise says what to do with a field that is near no other.
func otherwise(o objectAt, name string) string {
	if near := suggest.Closest(name, o.present); near != "" {
		return fmt.Sprintf("%q is there already", near)
	}
	if o.note.def == "innerTarget" && name == "pathway" {
		return "inside a pathway that pathway is meant"
	}
	if o.note.schema.Properties["extra"] != nil {
		return `what is your own belongs under "extra"`
	}
	return ""
}

func (d *decoder) keyLen(at int) int {
	_, end := textAt(d.Src, at)
	return end - at
}

// textAt reads the text that begins at a place, and returns where it ends.
func textAt(src string, at int) (text string, end int) {
	s := scan.Scanner{Src: src, Pos: at}
	text, _ = s.Text()
	return text, s.Pos
}

// own keeps a fault that the reader found itself in the value that began at start.
func (d *decoder) own(p *problem, start int) {
	if p == nil {
		return
	}
	d.add(Fault{Rule: p.rule, Pointer: d.Pointer(), Message: fmt.Sprintf(p.message, d.subject()), Hint: p.hint,
		At: start, Len: d.Pos - start, Own: true, Lost: p.lost})
}

func (d *decoder) subject() string { return subject(d.Pointer()) }

// reading gathers what was found.
func (d *decoder) reading() Reading {
	d.duplicates()
	if d.NUL > 0 {
		d.faults = append(d.faults, Fault{Rule: rule.Encoding, At: d.NUL, Len: len(`\u0000`), Pointer: d.NULAt,
			Message: "a NUL character inside a text", Hint: "no text holds one: take it out"})
	}
	if d.Err != nil && !d.fatal {
		return Reading{Faults: []Fault{syntax(d.Err)}, Fatal: true, Asked: d.asked}
	}
	return Reading{Faults: giveWay(d.faults), Fatal: d.fatal, Asked: d.asked}
}

// duplicates tells of keys that stand twice. Where several of one entry of a list do, one after the other,
// another entry was meant to begin with the first of them: that is one fault.
func (d *decoder) duplicates() {
	for i := 0; i < len(d.Dups); {
		dup, n := d.Dups[i], 1
		for i++; i < len(d.Dups) && path.Dir(d.Dups[i].Pointer) == path.Dir(dup.Pointer) && isEntry(path.Dir(dup.Pointer)); i++ {
			n++
		}
		message, hint := subject(dup.Pointer)+" stands twice", "keep one of the two"
		if n > 1 {
			message = fmt.Sprintf("%s stands twice, and so do the next fields, %d in all", subject(dup.Pointer), n)
			hint = "if another entry begins here, mark it as one: with a dash in YAML, in braces of its own in JSON"
		}
		d.faults = append(d.faults, Fault{Rule: rule.DuplicateKey, Pointer: dup.Pointer, At: dup.At, Len: dup.Len,
			FirstAt: dup.First, FirstLen: dup.Len, Message: message, Hint: hint})
	}
}

// isEntry reports whether a pointer leads to an entry of a list, as far as one can tell by its name.
func isEntry(pointer string) bool {
	return strings.HasPrefix(subject(pointer), "an entry of ")
}

// giveWay drops what the reader found itself in values that jsonschema found fault with.
func giveWay(faults []Fault) []Fault {
	at := make(map[string]bool)
	for _, f := range faults {
		if !f.Own {
			at[f.Pointer] = true
		}
	}
	return slices.DeleteFunc(faults, func(f Fault) bool { return f.Own && at[f.Pointer] })
}
