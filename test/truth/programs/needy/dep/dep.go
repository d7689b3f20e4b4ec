// Package dep is nothing without cgo.
package dep

// #include <stdlib.h>
import "C"

// Size is what C says.
func Size() int { return int(C.abs(-1)) }
