package schema

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
)

// Load reads a map file and checks it: structure, references and method, all in one pass. What is
// wrong with the file is in the findings; the error is for a reader that fails, or a format that
// there is not. Costs are linear in the file and bounded by [Limits].
func Load(r io.Reader, opts ...Option) (*Result, error) {
	c := configure(opts)
	src, err := slurp(r, c.limits.Bytes)
	if err != nil {
		return nil, c.failed(err)
	}
	return c.load(src)
}

// Read reads a map file and checks all of it: structure, references and method. Where a finding is
// an error, there is no map, and the error is an [*Error] with file:line:column for each fault.
//
// Rules that weigh less than an error cannot change that answer and are not looked for, which makes
// Read about twice as fast as [Load]. Which rules those are depends on the profile, the map's own settings and
// [Settings]: in the profile [outcome.Review] all rules of method are warnings or less unless a
// setting makes them errors, in [outcome.Final] about half of them are errors and are looked for. [Load]
// gives the warnings as well, and what could be read of a faulty file.
func Read(r io.Reader, opts ...Option) (*outcome.Map, error) {
	c := configure(opts)
	c.least = outcome.Error
	src, err := slurp(r, c.limits.Bytes)
	if err != nil {
		return nil, c.failed(err)
	}
	return c.read(src)
}

func (c config) read(src string) (*outcome.Map, error) {
	res, err := c.load(src)
	if err != nil {
		return nil, err
	}
	if err := res.Err(); err != nil {
		return nil, err
	}
	return res.Map, nil
}

// Validate returns everything that is wrong or weak with a map file, sorted by place. The error is
// for a reader that fails.
func Validate(r io.Reader, opts ...Option) ([]outcome.Finding, error) {
	res, err := Load(r, opts...)
	if err != nil {
		return nil, err
	}
	return res.Findings, nil
}

func (c config) failed(err error) error {
	if c.name == "" {
		return fmt.Errorf("schema: %w", err)
	}
	return fmt.Errorf("schema: %s: %w", c.name, err)
}

// slurp reads all of r, and one byte more than the limit where there is more. The text is held once:
// a map's texts are parts of it.
func slurp(r io.Reader, limit int) (string, error) {
	var b strings.Builder
	if n := sizeOf(r); n >= 0 && n <= limit {
		b.Grow(n)
	}
	if whole, ok := r.(*bytes.Reader); ok && whole.Len() <= limit {
		_, err := whole.WriteTo(&b)
		return b.String(), err
	}
	_, err := io.Copy(&b, io.LimitReader(r, int64(limit)+1))
	return b.String(), err
}

// sizeOf returns how much there is to read, -1 where nobody knows.
func sizeOf(r io.Reader) int {
	switch r := r.(type) {
	case interface{ Len() int }:
		return r.Len()
	case fs.File:
		if info, err := r.Stat(); err == nil {
			return int(min(info.Size(), math.MaxInt32))
		}
	}
	return -1
}
