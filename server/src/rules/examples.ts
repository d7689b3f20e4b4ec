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

/** Keeps its data with go-sqlite3, which is SQLite's C code and a Go binding. */
export const goWithSqlite = {
  'go.mod': `${goModule}\nrequire github.com/mattn/go-sqlite3 v1.14.24\n`,
  'main.go': `package main

import (
	"database/sql"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	db, err := sql.Open("sqlite3", "/data/app.db")
	if err != nil {
		panic(err)
	}
	defer db.Close()
}
`,
};

/** Writes to Kafka through librdkafka, which confluent-kafka-go brings as an archive. */
export const goWithKafka = {
  'go.mod': `${goModule}\nrequire github.com/confluentinc/confluent-kafka-go/v2 v2.5.0\n`,
  'main.go': `package main

import "github.com/confluentinc/confluent-kafka-go/v2/kafka"

func main() {
	producer, err := kafka.NewProducer(&kafka.ConfigMap{"bootstrap.servers": "kafka:9092"})
	if err != nil {
		panic(err)
	}
	defer producer.Close()
}
`,
};

export const cppHello = {
  'hello.cpp': `#include <iostream>

int main() {
	std::cout << "hello" << std::endl;
}
`,
};
