// Takes a square root in C.
package main

/*
#cgo LDFLAGS: -lm
#include <math.h>
*/
import "C"

import "fmt"

func main() {
	fmt.Println(C.sqrt(2))
}
