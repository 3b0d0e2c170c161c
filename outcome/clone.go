package outcome

import "reflect"

// Clone returns a copy of m that shares nothing with it, for what-ifs. The clone of nil is nil.
func (m *Map) Clone() *Map {
	if m == nil {
		return nil
	}
	c := deepCopy(reflect.ValueOf(*m)).Interface().(Map)
	return &c
}

// deepCopy copies a value of the model. Its types are not recursive, so the depth is bounded; what
// needs no copy of its own is shared.
func deepCopy(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		c := reflect.New(v.Type().Elem())
		c.Elem().Set(deepCopy(v.Elem()))
		return c
	case reflect.Struct:
		c := reflect.New(v.Type()).Elem()
		for i := range v.NumField() {
			c.Field(i).Set(deepCopy(v.Field(i)))
		}
		return c
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		if v.Type().Elem().Kind() == reflect.Uint8 || v.Type().Elem().Kind() == reflect.String {
			reflect.Copy(c, v)
			return c
		}
		for i := range v.Len() {
			c.Index(i).Set(deepCopy(v.Index(i)))
		}
		return c
	case reflect.Map:
		if v.IsNil() {
			return v
		}
		c := reflect.MakeMapWithSize(v.Type(), v.Len())
		for entry := v.MapRange(); entry.Next(); {
			c.SetMapIndex(entry.Key(), deepCopy(entry.Value()))
		}
		return c
	}
	return v
}
