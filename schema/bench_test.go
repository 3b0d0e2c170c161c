package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
	"github.com/stretchr/testify/require"
)

// BenchmarkRead reports what reading and checking a map costs against a bare json.Unmarshal of the
// same bytes into the same structs, turn by turn, so that a busy machine slows both. "read" looks
// for errors only, as Read does; "load" finds and places every warning as well.
func BenchmarkRead(b *testing.B) {
	for _, stones := range []int{50, 1_000, 10_000, 100_000} {
		if testing.Short() && stones > 1_000 {
			continue
		}
		src := benchFile(b, stones)
		b.Run(fmt.Sprintf("read/%d", stones), func(b *testing.B) {
			against(b, src, func() error { _, err := Read(bytes.NewReader(src), WithFormat(JSON)); return err })
		})
		b.Run(fmt.Sprintf("load/%d", stones), func(b *testing.B) {
			against(b, src, func() error {
				res, err := Load(bytes.NewReader(src), WithFormat(JSON))
				return errors.Join(err, res.Err())
			})
		})
	}
}

func benchFile(b *testing.B, stones int) []byte {
	var out bytes.Buffer
	require.NoError(b, Write(&out, mapgen.Map(1, stones), JSON))
	return out.Bytes()
}

func against(b *testing.B, src []byte, ours func() error) {
	var own, bare time.Duration
	for b.Loop() {
		t0 := time.Now()
		err := ours()
		t1 := time.Now()
		err = errors.Join(err, json.Unmarshal(src, new(outcome.Map)))
		own, bare = own+t1.Sub(t0), bare+time.Since(t1)
		require.NoError(b, err)
	}
	b.ReportMetric(float64(own)/float64(bare), "x-decode")
	b.ReportMetric(float64(own)/float64(b.N), "ns/op") // ours alone
	b.ReportMetric(float64(own)/float64(b.N)/float64(len(src)), "ns/byte")
	b.ReportMetric(float64(len(src)), "file-bytes")
}
