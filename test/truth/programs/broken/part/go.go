// Package part names what only its C file defines.
package part

// Size is what the C file says.
func Size() int { return size() }
