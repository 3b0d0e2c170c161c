package table

import (
	"bytes"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
)

// source is the text that was pasted, and where its lines are.
type source struct {
	file  string
	text  string
	lines []span // without line ends

	// The place that was asked for last: findings come mostly in order, so that counting the
	// columns of a long line does not start anew for each of them.
	last outcome.Position
}

// span is a stretch of the text, in bytes.
type span struct{ start, end int }

const byteMark = "\ufeff"

// load reads all of r and refuses what is no text.
func load(r io.Reader, o *config) (*source, *outcome.Finding, error) {
	raw, err := io.ReadAll(io.LimitReader(r, int64(o.maxBytes)+1))
	if err != nil {
		return nil, nil, fmt.Errorf("schema/table: %w", err)
	}
	s := &source{file: o.file}
	if len(raw) > o.maxBytes {
		return nil, s.at(span{}, rule.Limit,
			fmt.Sprintf("the text is longer than the limit of %d bytes", o.maxBytes), "raise the limit if you trust it"), nil
	}
	if fault := s.notText(raw); fault != nil {
		return nil, fault, nil
	}
	s.text = string(raw)
	if fault := s.split(); fault != nil {
		return nil, fault, nil
	}
	return s, nil, nil
}

// notText returns what keeps raw from being read as UTF-8 text.
func (s *source) notText(raw []byte) *outcome.Finding {
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		return s.at(span{}, rule.Encoding, "the text is UTF-16", "save it as UTF-8")
	}
	valid := 0
	for valid < len(raw) {
		r, size := utf8.DecodeRune(raw[valid:])
		if r == 0 || r == utf8.RuneError && size == 1 {
			break
		}
		valid += size
	}
	if valid == len(raw) {
		return nil
	}
	s.text = string(raw[:valid])
	s.split() // for the place; a long line cannot be more wrong than what follows it
	what := "the text is not UTF-8"
	if raw[valid] == 0 {
		what = "the text holds a NUL byte: this is a binary file"
	}
	return s.at(span{valid, valid}, rule.Encoding, what, "paste or export the table as plain text in UTF-8")
}

// maxLine bounds one line, in bytes: a row of a real table has a few thousand.
const maxLine = 1 << 20

// split finds the lines: they end in \n, \r\n or \r.
func (s *source) split() *outcome.Finding {
	start := 0
	if strings.HasPrefix(s.text, byteMark) {
		start = len(byteMark)
	}
	for {
		end := strings.IndexAny(s.text[start:], "\r\n")
		if end < 0 {
			end = len(s.text)
		} else {
			end += start
		}
		s.lines = append(s.lines, span{start, end})
		if end-start > maxLine {
			return s.at(span{start, start}, rule.Limit,
				fmt.Sprintf("line %d is longer than %d bytes", len(s.lines), maxLine), "this does not look like a table that was pasted")
		}
		if end == len(s.text) {
			return nil
		}
		start = end + 1
		if strings.HasPrefix(s.text[end:], "\r\n") {
			start++
		}
	}
}

// content returns the text of a line.
func (s *source) content(line int) string { return s.text[s.lines[line].start:s.lines[line].end] }

// position returns where a span starts.
func (s *source) position(at span) outcome.Position {
	if len(s.lines) == 0 {
		return outcome.Position{File: s.file, Line: 1, Column: 1}
	}
	line := sort.Search(len(s.lines)-1, func(i int) bool { return s.lines[i+1].start > at.start })
	from, column := s.lines[line].start, 1
	if s.last.Line == line+1 && s.last.Offset <= at.start {
		from, column = s.last.Offset, s.last.Column
	}
	offset := max(at.start, s.lines[line].start)
	column += utf8.RuneCountInString(s.text[from:offset])
	s.last = outcome.Position{
		File: s.file, Line: line + 1, Column: column, Offset: offset,
		Length: max(0, min(at.end, s.lines[line].end)-offset),
	}
	return s.last
}

// at makes a finding of a fixed rule, which weighs the same in every profile.
func (s *source) at(where span, id, message, hint string) *outcome.Finding {
	f := outcome.Finding{Rule: id, Message: message, Hint: hint}
	if known, ok := outcome.RuleByID(id); ok {
		f.Severity = known.Review
	}
	f.Pos = s.position(where)
	return &f
}
