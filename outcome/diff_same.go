package outcome

import "reflect"

// same reports whether two values of one type of the model say the same. Unlike reflect.DeepEqual it
// takes NaN for itself, and an empty list for none, but for a pathway's links.
func same(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.String:
		return a.String() == b.String()
	case reflect.Bool:
		return a.Bool() == b.Bool()
	case reflect.Float64:
		return a.Float() == b.Float() || a.Float() != a.Float() && b.Float() != b.Float()
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return same(a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		return sameList(a, b)
	case reflect.Map:
		for entry := a.MapRange(); entry.Next(); {
			if other := b.MapIndex(entry.Key()); !other.IsValid() || !same(entry.Value(), other) {
				return false
			}
		}
		return a.Len() == b.Len()
	}
	return a.Equal(b)
}

func sameList(a, b reflect.Value) bool {
	if a.Len() != b.Len() || saysNone(a) != saysNone(b) {
		return false
	}
	for i := range a.Len() {
		if !same(a.Index(i), b.Index(i)) {
			return false
		}
	}
	return true
}
