// Small programs that the rules' examples build, so that each example shows the Dockerfile and nothing else.

const goModule = 'module example.com/hello\n\ngo 1.22\n';

/** A web server: net, so dynamic where cgo is on. */
export const goServer = {
  'go.mod': goModule,
  'main.go': `package main

import "net/http"

func main() {
	http.ListenAndServe(":8080", http.NotFoundHandler())
}
`,
};

/** Asks who runs it: os/user, so dynamic where cgo is on. */
export const goUser = {
  'go.mod': goModule,
  'main.go': `package main

import (
	"fmt"
	"os/user"
)

func main() {
	fmt.Println(user.Current())
}
`,
};

/** Needs nothing but the language: static unless a flag makes it otherwise. */
export const goHello = {
  'go.mod': goModule,
  'main.go': `package main

import "fmt"

func main() {
	fmt.Println("hello")
}
`,
};

/** Calls C of its own. */
export const goWithC = {
  'go.mod': goModule,
  'main.go': `package main

// static int twice(int x) { return 2 * x; }
import "C"
import "fmt"

func main() {
	fmt.Println(C.twice(21))
}
`,
};

export const cHello = {
  'hello.c': `#include <stdio.h>

int main(void) {
	return puts("hello") < 0;
}
`,
};
