// Command native has cgo of its own.
package main

// #include <stdlib.h>
import "C"

func main() { println("native", C.abs(-1)) }
