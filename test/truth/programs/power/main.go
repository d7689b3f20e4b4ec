// Command power calls a function of libm that is younger than the rest.
package main

// #cgo LDFLAGS: -lm
// #include <math.h>
import "C"
import "os"

func main() { println("power", C.pow(C.double(len(os.Args)), 0.5) > 0) }
