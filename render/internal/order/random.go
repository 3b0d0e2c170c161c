package order

import "math/rand/v2"

// random is a stream of numbers that is the same on every architecture.
type random struct{ pcg *rand.PCG }

func newRandom(seed uint64) *random { return &random{rand.NewPCG(seed, 0x9e3779b97f4a7c15)} }

// below returns a number from 0 up to n, without n; n is at least 1 and below 2³¹.
func (r *random) below(n int) int { return int(r.pcg.Uint64() >> 32 * uint64(n) >> 32) }

// float returns a number from 0 up to 1, without 1.
func (r *random) float() float64 { return float64(r.pcg.Uint64()>>11) / (1 << 53) }
