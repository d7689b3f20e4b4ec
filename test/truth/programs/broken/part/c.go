package part

// #include <stdlib.h>
import "C"

func size() int { return int(C.abs(-1)) }
