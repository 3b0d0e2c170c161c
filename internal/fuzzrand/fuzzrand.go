// Package fuzzrand is for fuzz targets that make their input by choices: each choice is a byte of the
// fuzzer's, so that what it changes is one choice.
package fuzzrand

import (
	"math/rand/v2"
	"testing"
)

// New returns random numbers that take the fuzzer's bytes, one a choice, and behind them go on by
// themselves: the same bytes and seed give the same numbers.
func New(bytes []byte, seed uint64) *rand.Rand {
	return rand.New(&draws{bytes, rand.NewPCG(uint64(len(bytes)), seed)})
}

type draws struct {
	bytes []byte
	rest  *rand.PCG
}

func (d *draws) Uint64() uint64 {
	if len(d.bytes) == 0 {
		return d.rest.Uint64()
	}
	b := d.bytes[0]
	d.bytes = d.bytes[1:]
	return uint64(b) * 0x0101010101010101
}

// Seed adds forty byte strings to a target, each so many bytes longer than the one before.
func Seed(f *testing.F, step int) {
	r := rand.New(rand.NewPCG(40, uint64(step)))
	for n := range 40 {
		bytes := make([]byte, step*n)
		for i := range bytes {
			bytes[i] = byte(r.IntN(256))
		}
		f.Add(bytes)
	}
}
