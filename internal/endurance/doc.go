// Package endurance holds no code: its test uses the library ten thousand times over and looks whether
// anything stays behind.
package endurance
