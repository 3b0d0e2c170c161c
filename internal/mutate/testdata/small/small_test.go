package small

import "testing"

func TestClamp(t *testing.T) {
	if Clamp(1, 2) != 2 || Clamp(3, 2) != 3 {
		t.Fail()
	}
}

func TestCount(t *testing.T) {
	if Count(3) != 3 {
		t.Fail()
	}
}
