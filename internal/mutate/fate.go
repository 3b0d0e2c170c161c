package main

import "fmt"

// A fate is what became of a mutant.
type fate int

const (
	lived fate = iota
	unreached
	killed
	endless
)

func (f fate) String() string {
	return [...]string{"lived", "unreached", "killed", "endless"}[f]
}

// killed tells whether a test noticed. One that no longer ends is noticed by whoever waits.
func (f fate) killed() bool { return f == killed || f == endless }

// A tally counts fates.
type tally [4]int

func (t *tally) add(f fate) { t[f]++ }

func (t tally) String() string {
	dead, all := t[killed]+t[endless], t[killed]+t[endless]+t[lived]+t[unreached]
	return fmt.Sprintf("%d of %d killed (%.1f %%), %d of them by never ending; %d lived, %d of them where no test goes",
		dead, all, 100*float64(dead)/float64(max(all, 1)), t[endless], t[lived]+t[unreached], t[unreached])
}
