// Package user tests another one by using it.
package user

import (
	"testing"

	"github.com/outcomemap/outcomemap/internal/mutate/testdata/small"
)

func TestUnseen(t *testing.T) {
	if small.Unseen(true, true) {
		t.Fail()
	}
}
