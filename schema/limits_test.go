package schema

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLimits(t *testing.T) {
	long := `,"pathways":[{"id":"p","links":[{"from":"s","to":"a"},{"from":"a","to":"s"}]}],"extra":{"a":{"b":{}}}`
	for _, tt := range []struct {
		limits Limits
		want   string
	}{
		{Limits{}, ""},
		{Limits{Bytes: 100}, "more than 100 bytes"},
		{Limits{Bytes: 187}, ""},
		{Limits{Bytes: 186}, "more than 186 bytes"},
		{Limits{Depth: 2}, "inside one another"},
		{Limits{Depth: 3}, "inside one another"},
		{Limits{Depth: 1 << 30}, ""},
		{Limits{Links: 1}, "more than 1 links"},
		{Limits{YAMLNodes: 10}, "more than 10 values"},
	} {
		src := fmt.Sprintf(small, long)
		require.Len(t, src, 187)
		for _, format := range []Format{JSON, YAML} {
			if format == JSON && tt.limits.YAMLNodes > 0 {
				continue
			}
			res, err := Load(strings.NewReader(src), WithFormat(format), WithLimits(tt.limits))
			require.NoError(t, err)
			if tt.want == "" {
				for _, f := range res.Findings {
					assert.NotEqual(t, "OM103", f.Rule)
				}
				continue
			}
			require.ErrorContains(t, res.Err(), tt.want, "%s %+v", format, tt.limits)
			require.ErrorContains(t, res.Err(), "OM103")
		}
	}
	_, err := Read(strings.NewReader(fmt.Sprintf(small, `,"factors":[1,2,3,4,5,6]`)), WithLimits(Limits{Findings: 3}))
	var faults *Error
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.Findings, 3, "two, and that there are more")
	assert.Equal(t, "OM103", faults.Findings[2].Rule)
	_, err = Read(strings.NewReader("a: [&a 1, &b 2, &c 3, &d 4]"), WithFormat(YAML), WithLimits(Limits{Findings: 3}))
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, []string{"1:11 OM104", "1:17 OM103", "1:5 OM104"}, spots(faults.Findings), "of YAML alike")
	res, err := Load(strings.NewReader(fmt.Sprintf(small, `,"factors":[1,2,3,4,5,6]`)), WithLimits(Limits{Findings: 1}))
	require.NoError(t, err)
	assert.Equal(t, "OM111", res.Findings[0].Rule, "one is always kept")
	assert.Equal(t, 1, res.More, "and that there are more is told here")
	_, err = Read(strings.NewReader(`{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"S"},{"id":"r","text":"R"}]}]}`), WithLimits(Limits{Stones: 1}))
	require.ErrorContains(t, err, "more than 1 stepping stones")
}

// What is written in the documentation of Limits.
func TestDefaultLimits(t *testing.T) {
	want := Limits{Bytes: 134_217_728, Depth: 64, Stones: 1_000_000, Links: 1_000_000, YAMLNodes: 4_000_000, Findings: 1_000}
	assert.Equal(t, want, configure(nil).limits)
	assert.Equal(t, want, configure([]Option{WithLimits(Limits{Depth: -1, Findings: -1})}).limits)
	assert.Equal(t, 10_000, configure([]Option{WithLimits(Limits{Depth: 10_001})}).limits.Depth)
}

// Memory holds no more than twice the findings that are kept, however many there are.
func TestFindingsAreLetGoOnTheWay(t *testing.T) {
	r := run{config: configure([]Option{WithLimits(Limits{Findings: 10})}), res: new(Result)}
	for range 10_000 {
		r.add(pending{Finding: outcome.Finding{Severity: outcome.Info}})
		require.LessOrEqual(t, len(r.pending), 20)
	}
}

// Where there are more findings than are kept, the heaviest stay.
func TestFindingsKept(t *testing.T) {
	var stones []string
	for i := range 50 {
		stones = append(stones, fmt.Sprintf(`{"id":"x%d","text":"X%d"}`, i, i))
	}
	src := `{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[` + strings.Join(stones, ",") + `]}],"pathways":[{"id":"p","steps":[{"column":"a","stones":["nowhere"]}]}]}`
	res, err := Load(strings.NewReader(src), WithLimits(Limits{Findings: 5}))
	require.NoError(t, err)
	assert.Len(t, res.Findings, 5)
	assert.Greater(t, res.More, 40)
	assert.ErrorContains(t, res.Err(), "nowhere")
}

func TestErrorListsAtMostAHundred(t *testing.T) {
	err := &Error{Findings: make([]outcome.Finding, 150)}
	assert.Equal(t, 100, strings.Count(err.Error(), "\n"))
	assert.True(t, strings.HasSuffix(err.Error(), "and 50 more"))
	var as *Error
	assert.True(t, errors.As(fmt.Errorf("wrapped: %w", err), &as))
}
